import type { RequestKind } from '../../../playground/contract.js';
import type { LocalSlack } from '../../../playground/slack/index.js';
import type { Change } from '../visibility/changes.js';
import type { Actor } from '../visibility/secrets.js';
import { actionSamples } from './action-samples.js';
import { otherSamples } from './other-samples.js';
import { windowSamples } from './window-samples.js';

/** What Rosa has at some time: one of each. */
export interface RosasThings {
  person: string;
  checkIn: string;
  assessment: string;
  conversation: string;
  action: string;
  evidence: string;
  /** One that her manager keeps about her. */
  managerNote: string;
  /** A message that she got. */
  message: string;
  /** A role that she has chosen, while it waits for Mika's yes. */
  placeRequest: string;
  claim: string;
  /** A version of the ladder, which is everybody's. */
  version: string;
  /** The open cycle, which is everybody's. */
  cycle: string;
}

/** A request as Slack would send it, signed or not. */
export interface GivenRequest {
  kind: RequestKind;
  payload: Record<string, unknown>;
}

/** One request for something that is registered, as the product itself would have made it possible. */
export interface Sample {
  kind: 'command' | 'action' | 'view' | 'shortcut' | 'option' | 'event';
  /** As it is registered; of a command its first word, or empty for anything else. */
  name: string;
  /** The people who may ask it; a user id for a person who isn't there yet. */
  by: Actor | { id: string };
  /** What has happened before. */
  after: readonly Change[];
  /** What they see then, or that something is stored. */
  works: 'changes' | { shows: string };
  /** It holds ids of Rosa's, so that it is no other person's to ask. */
  isRosas?: boolean;
  /** Guests and visitors may ask it as well. */
  isOpen?: boolean;
  /** It is about the app, and names no person. */
  isNobodys?: boolean;
  request: (slack: LocalSlack, userId: string, things: RosasThings) => Promise<GivenRequest>;
}

/** At least one for everything that is registered; a test holds it against the list. */
export const samples: readonly Sample[] = [...otherSamples, ...actionSamples, ...windowSamples];

/** What has happened before the samples, each course once. */
export const stages = [...new Set(samples.map(({ after }) => after))].map(
  (changes) => [changes.map(({ does }) => does).join(', ') || 'nothing', changes] as const,
);

export function nameOf({ kind, name, by }: Sample): string {
  return `${kind} ${name || 'of anything else'} by ${typeof by === 'string' ? by : by.id}`;
}
