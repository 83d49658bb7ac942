import { actionItemChangedContent, actionItemDueContent } from '../action-item/index.js';
import { briefContent, briefReadyContent } from '../brief/index.js';
import type { Context } from '../context.js';
import { commentContent, conversationContent } from '../conversation/index.js';
import { askForCheckIn } from '../reminder/check-in-messages.js';
import { nudgeContent } from '../reminder/nudge-content.js';
import type { ClaimedDelivery } from './claims.js';
import type { SingleMessage } from './messenger.js';
import { type Found, judgedKinds, type PlannedKind } from './verdict.js';

/** A claimed message that nothing stands in the way of. */
export interface ContentRequest extends Found {
  claim: ClaimedDelivery;
  at: Date;
}

/**
 * Reads what a message says right before it is sent, or says why it is not wanted any more: a code
 * of ours.
 */
export type ContentReader = (
  context: Context,
  request: ContentRequest,
) => Promise<{ send: SingleMessage } | { drop: string }>;

/** The kinds of messages whose content is read one by one; the others follow from the cycle's plan. */
const readers: Partial<Record<string, ContentReader>> = {
  brief: briefContent,
  conversation: conversationContent,
  conversation_comment: commentContent,
  action_due: actionItemDueContent,
  action_changed: actionItemChangedContent,
};

/** The kinds that this version can send. Others are a newer one's, which may run beside it. */
export const knownKinds: readonly string[] = [...judgedKinds, ...Object.keys(readers)];

/** Whether the content is read one by one, right before it is sent. */
export function hasReader({ kind }: Pick<ClaimedDelivery, 'kind'>): boolean {
  return readers[kind] !== undefined;
}

/**
 * What a message of such a kind says, or why it is not wanted any more; `nth` among those of its kind
 * that go out together, from 0. A message has room for one whole brief, and only that one is read.
 */
export function readContent(
  context: Context,
  request: ContentRequest,
  nth = 0,
): ReturnType<ContentReader> {
  const { claim } = request;
  const isAnother = nth > 0 && claim.kind === 'brief' && claim.subjectId !== claim.recipientId;
  const read = isAnother ? briefReadyContent : readers[claim.kind];
  if (!read) throw new Error(`nobody reads a message of kind ${request.claim.kind}`);
  return read(context, request);
}

/** What a planned message says, from the facts by which it was judged. */
export function plannedContent(
  kind: PlannedKind,
  { round, recipient, team }: Found,
  at: Date,
): { send: SingleMessage } | { drop: string } {
  switch (kind) {
    case 'invitation':
    case 'reminder':
      return { send: askForCheckIn(kind, round, recipient, at) };
    case 'nudge':
      return { send: nudgeContent(round, recipient, at) };
    case 'digest':
    case 'all_set':
      return team ? { send: { kind, ...team } } : { drop: 'changed' };
  }
}
