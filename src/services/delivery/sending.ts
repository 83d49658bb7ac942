import type { Context } from '../context.js';
import type { ClaimedDelivery } from '../message.js';
import { claimDeliveries, isDeadLetter, recordBuildFailure } from './claims.js';
import { applyBlocker, type Candidate, recordFailure } from './decide.js';
import { type LookedUp, lookUpPeople } from './look-up.js';
import type { Messenger } from './messenger.js';
import { giveBack, isOver, type Run, type SendDueInput, sendTogether } from './run.js';

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

/** Sends what this process has claimed, a person at a time, or puts it off. */
export async function sendClaimed(run: Run, claims: ClaimedDelivery[]): Promise<void> {
  const { context, workspaceId } = run;
  const people = byRecipient(claims);
  const looked = await lookUpPeople(context, { workspaceId, people, at: context.clock.now() });
  await eachOf(
    people,
    (mine) => sendOrPostpone(run, mine, looked),
    () => run.accepted === true || isOver(run),
  );
}

/**
 * Sends one person's messages. Errors of building them are handled here, unless the database is
 * away.
 */
async function sendOrPostpone(run: Run, mine: ClaimedDelivery[], looked: LookedUp): Promise<void> {
  const { context } = run;
  const at = context.clock.now();
  try {
    if (isOver(run)) return await giveBack(run, mine);
    const candidates: Candidate[] = [];
    for (const claim of mine) {
      const found = looked.found.get(claim.id);
      const error = looked.errors.get(claim.id);
      if (isDeadLetter(claim)) await recordBuildFailure(context.db, claim, at);
      else if (error) await recordFailure(context, claim, { at, error });
      else if (found) candidates.push({ ...claim, found });
      else await applyBlocker(context, claim, { drop: 'gone' });
    }
    await sendTogether(run, candidates, at);
  } catch (error) {
    for (const claim of mine) await recordFailure(context, claim, { at, error });
  }
}

function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of claims) {
    groups.set(claim.recipientId, [...(groups.get(claim.recipientId) ?? []), claim]);
  }
  return [...groups.values()];
}

/** Runs through a list with a few at once; one by one until `proven`, in case each would fail alike. */
async function eachOf<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  proven: () => boolean,
): Promise<void> {
  const rest = items.values();
  for (let first = rest.next(); !first.done; first = rest.next()) {
    await work(first.value);
    if (proven()) break;
  }
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: sendersAtOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
