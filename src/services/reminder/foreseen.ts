import type { Part } from '../../domain/delivery/message-order.js';

/** A message that will be sent if nothing changes until then. */
export interface PreviewedReminder {
  /** Those of one person at one instant come in one post. */
  at: Date;
  recipient: { id: string; slackUserId: string; name: string; timeZone: string };
  kind: string;
  step: string;
  /** The cycle's name. */
  about: string;
}

/** The same with what decides whether another message supersedes it. */
export type Foreseen = PreviewedReminder & Pick<Part, 'subjectId' | 'repeats'>;
