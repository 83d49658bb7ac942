import type { Context } from './context.js';
import { type ClaimedDelivery, claimDeliveries, isToBeParked, stumble } from './deliveries.js';
import { knownKinds } from './delivery-contents.js';
import type { Found } from './delivery-judgement.js';
import { type Candidate, putOff, settle } from './delivery-preparing.js';
import type { Messenger } from './messenger.js';
import { readRecipients } from './recipients.js';
import { giveBack, isOver, type Run, type SendDueInput, sendTogether } from './sending-run.js';

export type { SendDueInput, SentReminder } from './sending-run.js';

/** How a run ended: with nothing left that is due, or because more has to wait for so long. */
export interface SendingEnd {
  waitMs?: number;
}

/** So many people are claimed at a time, and so many of them are written to at once. */
const batchSize = 50;
const sendersAtOnce = 16;

/**
 * Sends what is recorded as due by the context's clock, each message only if fresh data still ask for it; what is due for one
 * person goes out as one message. Any number of processes may run this at once: none sends what
 * another has taken, and together they keep the workspace's pace. What can't be made is put off
 * without holding up the rest. Throws what the database throws.
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
      kinds: knownKinds,
      only: only ?? null,
    });
    if (claims.length === 0) break;
    await sendClaimed(run, claims);
  }
  return run.waitMs === undefined ? {} : { waitMs: run.waitMs };
}

/** Sends what this process has claimed, a person at a time, or puts it off. */
export async function sendClaimed(run: Run, claims: ClaimedDelivery[]): Promise<void> {
  const found = await findTogether(run, claims, run.context.clock.now());
  await eachOf(byRecipient(claims), (mine) => sendOrPutOff(run, mine, found));
}

/** Nothing where one of them can't be read: each is read by itself then, and only that one stumbles. */
async function findTogether({ context, workspaceId }: Run, claims: ClaimedDelivery[], at: Date) {
  try {
    return await readRecipients(context.db, { workspaceId, messages: claims, at });
  } catch {
    return undefined;
  }
}

/** One person's messages. What goes wrong in making them ends here, unless the database is away. */
async function sendOrPutOff(
  run: Run,
  mine: ClaimedDelivery[],
  together: Map<string, Found> | undefined,
): Promise<void> {
  const { db, clock } = run.context;
  const at = clock.now();
  try {
    if (isOver(run)) return await giveBack(run, mine);
    const { workspaceId } = run;
    const found = together ?? (await readRecipients(db, { workspaceId, messages: mine, at }));
    const candidates: Candidate[] = [];
    for (const claim of mine) {
      const one = found.get(claim.id);
      if (isToBeParked(claim)) await stumble(db, claim, at);
      else if (one) candidates.push({ ...claim, found: one });
      else await settle(run.context, claim, { drop: 'gone' });
    }
    await sendTogether(run, candidates, at);
  } catch (error) {
    for (const claim of mine) await putOff(run.context, claim, { at, error });
  }
}

function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of claims) {
    groups.set(claim.recipientId, [...(groups.get(claim.recipientId) ?? []), claim]);
  }
  return [...groups.values()];
}

/** Runs through a list with a few at once. */
async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: sendersAtOnce }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
