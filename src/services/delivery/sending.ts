import type { Context } from '../context.js';
import type { ClaimedDelivery } from '../message.js';
import { claimDeliveries } from './claims.js';
import { lookUpPeople } from './look-up.js';
import type { Messenger } from './messenger.js';
import { isOver, type Run, type SendDueInput } from './run.js';
import { sendToPerson } from './send-to-person.js';

export type { SendDueInput } from './run.js';
export type { SentReminder } from './sent-notes.js';

/** How a run ended: with nothing left that is due, or because more has to wait for so long. */
export interface SendingEnd {
  waitMs?: number;
}

/** So many people are claimed at a time, and so many of them are written to at once. */
const batchSize = 50;
const sendersAtOnce = 8;

/**
 * Sends what is due by the context's clock, each message only if fresh data still ask for it; a
 * person's due messages are sent as one post. Any number of processes may run this at once: none
 * sends what another has claimed, and together they keep the workspace's rate limit. A message that
 * can't be built is postponed without delaying the rest. Where Slack refuses the token or the app,
 * the first refusal ends the run. Throws what the database throws.
 */
export async function sendDue(
  context: Context,
  messenger: Messenger,
  input: SendDueInput,
): Promise<SendingEnd> {
  const run: Run = { ...input, context, messenger };
  const { workspaceId, only } = input;
  while (!isOver(run)) {
    const at = context.clock.now();
    const claims = await claimDeliveries(context.db, {
      workspaceId,
      at,
      limit: batchSize,
      // Others are a newer version's, which may run beside this one.
      kinds: context.messages.definitions.map(({ kind }) => kind),
      only: only ?? null,
    });
    if (claims.length === 0) break;
    await sendClaimed(run, claims);
  }
  return run.waitMs === undefined ? {} : { waitMs: run.waitMs };
}

/**
 * Sends what this process has claimed, or puts it off: one person after the other until Slack has accepted a
 * post, in case each would be refused alike, then several at once.
 */
export async function sendClaimed(run: Run, claims: ClaimedDelivery[]): Promise<void> {
  const { context, workspaceId } = run;
  const people = byRecipient(claims);
  const lookedUp = await lookUpPeople(context, { workspaceId, people, at: context.clock.now() });
  const rest = people.values();
  for (let first = rest.next(); !first.done; first = rest.next()) {
    await sendToPerson(run, first.value, lookedUp);
    if (run.accepted === true || isOver(run)) break;
  }
  const sender = async () => {
    for (const mine of rest) await sendToPerson(run, mine, lookedUp);
  };
  const ends = await Promise.allSettled(Array.from({ length: sendersAtOnce }, sender));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of claims) {
    groups.set(claim.recipientId, [...(groups.get(claim.recipientId) ?? []), claim]);
  }
  return [...groups.values()];
}
