import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context.js';
import {
  type ClaimedDelivery,
  claimDeliveries,
  isToBeParked,
  postpone,
  stumble,
} from './deliveries.js';
import { knownKinds } from './delivery-contents.js';
import { type Found, obstacle } from './delivery-judgement.js';
import { beginSending, recordOutcome } from './delivery-outcomes.js';
import { type Candidate, prepare, putOff, type Ready, settle } from './delivery-preparing.js';
import { reserveSlot, slowDown } from './dispatch.js';
import type { Messenger, OutgoingMessage, SendOutcome, SingleMessage } from './messenger.js';
import { readRecipients } from './recipients.js';

/** A reason to write that was carried out, or tried: one of those that a message holds. */
export interface SentReminder {
  at: Date;
  recipient: { id: string; slackUserId: string; name: string };
  kind: SingleMessage['kind'];
  step: string;
  cycleName: string;
  outcome: SendOutcome['state'];
}

export interface SendDueInput {
  workspaceId: string;
  /** The present, by which messages are due. */
  now: () => Date;
  /** Only the delivery with this id. Somebody waits for it, so it leaves at once or in a later run. */
  only?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
  /** Told of each message that was handed to Slack. */
  note?: (sent: SentReminder) => void;
}

/** How a run ended: with nothing left that is due, or because more has to wait for so long. */
export interface SendingEnd {
  waitMs?: number;
}

/** A run of the sender. */
interface Run extends SendDueInput {
  context: Context;
  messenger: Messenger;
  /** Set once the workspace has to wait. */
  waitMs?: number;
}

/** So many people are claimed at a time, and so many of them are written to at once. */
const batchSize = 50;
const sendersAtOnce = 16;
const shortestRetryMs = 1000;
const longestRetryMs = 60 * 60 * 1000;
/** Longer than that a run doesn't wait for its turn with messages in its hands; milliseconds. */
const patienceMs = 30_000;
const patienceWhileSomebodyWaitsMs = 1_000;

/**
 * Sends what is recorded as due, each message only if fresh data still ask for it; what is due for one
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
    const at = run.now();
    const claims = await claimDeliveries(context.db, {
      workspaceId,
      at,
      limit: batchSize,
      kinds: knownKinds,
      only: only ?? null,
    });
    if (claims.length === 0) break;
    const found = await findTogether(run, claims, at);
    await eachOf(byRecipient(claims), (mine) => sendOrPutOff(run, mine, found));
  }
  return run.waitMs === undefined ? {} : { waitMs: run.waitMs };
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
  const { db } = run.context;
  const at = run.now();
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

/** Decided upon one by one, sent as one. */
async function sendTogether(run: Run, candidates: Candidate[], at: Date): Promise<void> {
  const { context, messenger } = run;
  const ready = await prepare(context, candidates, at);
  if (ready.length === 0) return;
  const claims = ready.map(({ claim }) => claim);
  const inTime = await waitForSlot(run);
  // Five o'clock may have come meanwhile.
  const hindered = ready.some(({ claim }) => obstacle(claim, claim.found, run.now()));
  if (!inTime || hindered) return giveBack(run, claims);
  const begun = await beginSending(context.db, claims, at);
  const leaving = ready.filter(({ claim }) => begun.includes(claim));
  const message = asOne(leaving.map((one) => one.message));
  const [first] = leaving;
  if (!first || !message) return;
  const { person } = first.claim.found.recipient;
  const outcome = patient(
    await messenger.send(person, message, first.claim.claimedBy),
    first.claim.attempts,
  );
  await insist(() => recordOutcome(context.db, begun, outcome, at));
  if (outcome.state === 'limited') await slowDownAll(run, outcome.afterMs);
  for (const one of leaving) noteSent(run, one, outcome, at);
}

/** Whether it is this message's turn now; false where that would take too long or all is to stop. */
async function waitForSlot(run: Run): Promise<boolean> {
  const { context, messenger, workspaceId, only, signal } = run;
  const slot = await reserveSlot(context.db, {
    workspaceId,
    perMinute: messenger.perMinute,
    patienceMs: only === undefined ? patienceMs : patienceWhileSomebodyWaitsMs,
  });
  if (slot.state === 'busy') run.waitMs = Math.max(run.waitMs ?? 0, slot.waitMs);
  else if (slot.waitMs >= 1) await pause(slot.waitMs, undefined, { signal }).catch(() => {});
  return !isOver(run);
}

async function slowDownAll(run: Run, afterMs: number): Promise<void> {
  run.waitMs = Math.max(run.waitMs ?? 0, afterMs);
  await slowDown(run.context.db, { workspaceId: run.workspaceId, afterMs });
}

/** Whether nothing new is to begin. */
function isOver({ signal, waitMs }: Run): boolean {
  return signal?.aborted === true || waitMs !== undefined;
}

async function giveBack({ context, now }: Run, claims: ClaimedDelivery[]): Promise<void> {
  for (const claim of claims) await postpone(context.db, claim, now());
}

function asOne([first, ...others]: SingleMessage[]): OutgoingMessage | undefined {
  if (!first || others.length === 0) return first;
  return { kind: 'combined', parts: [first, ...others] };
}

/** The more often it was tried, the longer it waits. */
function patient(outcome: SendOutcome, attempts: number): SendOutcome {
  if (outcome.state !== 'retry') return outcome;
  const afterMs = Math.max(outcome.afterMs, shortestRetryMs) * 2 ** Math.min(attempts, 10);
  return { ...outcome, afterMs: Math.min(afterMs, Math.max(outcome.afterMs, longestRetryMs)) };
}

function noteSent(run: Run, { claim, message }: Ready, outcome: SendOutcome, at: Date): void {
  const fields = { delivery: claim.id, kind: claim.kind, outcome: outcome.state };
  run.context.log.info(fields, 'a message was handed to Slack');
  run.context.observer?.delivery(claim.kind, outcome.state === 'retry' ? 'retried' : outcome.state);
  const { id, slackUserId, name } = claim.found.recipient.person;
  run.note?.({
    at,
    recipient: { id, slackUserId, name },
    kind: message.kind === 'brief_ready' ? 'brief' : message.kind,
    step: claim.step,
    cycleName: claim.found.round.cycle.name,
    outcome: outcome.state,
  });
}

function byRecipient(claims: ClaimedDelivery[]): ClaimedDelivery[][] {
  const groups = new Map<string, ClaimedDelivery[]>();
  for (const claim of claims) {
    groups.set(claim.recipientId, [...(groups.get(claim.recipientId) ?? []), claim]);
  }
  return [...groups.values()];
}

/** Waits between the tries to record an outcome: a short outage shouldn't make it unknown. */
const insistenceMs = [200, 1_000, 3_000];

async function insist(work: () => Promise<void>): Promise<void> {
  for (const waitMs of insistenceMs) {
    try {
      return await work();
    } catch {
      await pause(waitMs);
    }
  }
  await work();
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
