import type { Context, Log } from '../context.js';
import type { Ready } from './decide.js';
import type { SendOutcome } from './messenger.js';

/** A reason to write that was carried out, or tried: one of those that a message holds. */
export interface SentReminder {
  at: Date;
  recipient: { id: string; slackUserId: string; name: string };
  kind: string;
  step: string;
  cycleName: string;
  outcome: SendOutcome['state'];
}

/** What the log says of each outcome, and how loud. */
const words: Record<SendOutcome['state'], [keyof Pick<Log, 'info' | 'warn'>, string]> = {
  sent: ['info', 'a message was handed to Slack'],
  unknown: ['warn', 'a message was perhaps sent; it is looked for in Slack'],
  failed: ['warn', 'Slack refused a message for good'],
  limited: ['info', 'a message waits, since Slack asked to wait'],
  retry: ['info', 'a message was not taken by Slack; it is tried again'],
};

/** Reports the outcome of one message to the log, the metrics and the caller. */
export function noteSent(
  {
    context: { log, observer, messages },
    note,
  }: { context: Context; note?: ((sent: SentReminder) => void) | undefined },
  { claim, message, outcome, at }: Ready & { outcome: SendOutcome; at: Date },
): void {
  const [level, sentence] = words[outcome.state];
  const code = outcome.state === 'sent' || outcome.state === 'limited' ? undefined : outcome.reason;
  const fields = { delivery: claim.id, kind: claim.kind, outcome: outcome.state };
  log[level]({ ...fields, ...(code !== undefined && { reason: code }) }, sentence);
  observer?.delivery(claim.kind, outcome.state === 'retry' ? 'retried' : outcome.state);
  const { recipient, cycle } = claim.found;
  const { id, slackUserId, name } = recipient;
  note?.({
    at,
    recipient: { id, slackUserId, name },
    // A shortened message is counted as the kind of its delivery.
    kind: messages.find(message.kind) ? message.kind : claim.kind,
    step: claim.step,
    cycleName: cycle.name,
    outcome: outcome.state,
  });
}
