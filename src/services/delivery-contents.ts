import { actionChangedContent, actionDueContent } from './action-messages.js';
import { briefContent } from './brief-messages.js';
import type { Context } from './context.js';
import { commentContent, conversationContent } from './conversation-messages.js';
import type { ClaimedDelivery } from './deliveries.js';
import { type Found, type Judgement, judge, obstacle } from './delivery-judgement.js';
import type { OutgoingMessage } from './messenger.js';

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
) => Promise<{ send: OutgoingMessage } | { drop: string }>;

/** The kinds of messages whose content is read one by one; the others follow from the cycle's plan. */
const readers: Partial<Record<string, ContentReader>> = {
  brief: briefContent,
  conversation: conversationContent,
  conversation_comment: commentContent,
  action_due: actionDueContent,
  action_changed: actionChangedContent,
};

/** Decides about a claimed message from fresh data, whatever its kind. */
export async function judgeByContent(
  context: Context,
  claim: ClaimedDelivery,
  found: Found,
  at: Date,
): Promise<Judgement> {
  const read = readers[claim.kind];
  if (!read) return judge(claim, found, at);
  return obstacle(claim, found, at) ?? read(context, { ...found, claim, at });
}
