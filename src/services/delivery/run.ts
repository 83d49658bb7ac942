import type { Context } from '../context.js';
import type { ClaimedDelivery } from '../message.js';
import { postpone } from './claims.js';
import type { Messenger } from './messenger.js';
import type { SentReminder } from './sent-notes.js';

export interface SendDueInput {
  workspaceId: string;
  /** Only this delivery. A person waits for it, so it is sent at once or in a later run. */
  only?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
  /** Called with each message that Slack was asked to take. */
  note?: (sent: SentReminder) => void;
}

/** A run of the sender. */
export interface Run extends SendDueInput {
  context: Context;
  messenger: Messenger;
  /** Set once the workspace has to wait. */
  waitMs?: number;
  /** Set once Slack refuses the token or the app: its code. */
  refused?: string;
  /** Set once Slack has accepted a message, and so the token and the app. */
  accepted?: true;
}

/** Whether nothing new is to begin. */
export function isOver({ signal, waitMs, refused }: Run): boolean {
  return signal?.aborted === true || waitMs !== undefined || refused !== undefined;
}

export async function giveBack(
  { context }: Run,
  claims: readonly ClaimedDelivery[],
): Promise<void> {
  await postpone(context.db, claims, context.clock.now());
}
