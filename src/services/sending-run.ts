import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context.js';
import { type ClaimedDelivery, postpone } from './deliveries.js';
import { obstacle } from './delivery-judgement.js';
import { beginSending, recordOutcome } from './delivery-outcomes.js';
import { type Candidate, prepare, putOff, type Ready } from './delivery-preparing.js';
import { reserveSlot, slowDown } from './dispatch.js';
import type { Messenger, OutgoingMessage, SendOutcome, SingleMessage } from './messenger.js';

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
  /** Only the delivery with this id. Somebody waits for it, so it leaves at once or in a later run. */
  only?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
  /** Told of each message that was handed to Slack. */
  note?: (sent: SentReminder) => void;
}

/** A run of the sender. */
export interface Run extends SendDueInput {
  context: Context;
  messenger: Messenger;
  /** Set once the workspace has to wait. */
  waitMs?: number;
}

const shortestRetryMs = 1000;
const longestRetryMs = 60 * 60 * 1000;
/** Longer than that a run doesn't wait for its turn with messages in its hands; milliseconds. */
const patienceMs = 30_000;
const patienceWhileSomebodyWaitsMs = 1_000;

/** Sends one person's messages: decided upon one by one, sent as one, when their turn has come. */
export async function sendTogether(run: Run, candidates: Candidate[], at: Date): Promise<void> {
  const { context, messenger } = run;
  const { clock } = context;
  const ready = await checked(run, await prepare(context, candidates, at), at);
  if (ready.length === 0) return;
  const claims = ready.map(({ claim }) => claim);
  const inTime = await waitForSlot(run);
  // Five o'clock may have come meanwhile.
  const hindered = ready.some(({ claim }) => obstacle(claim, claim.found, clock.now()));
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

/** Without what can't be built: that is put off by itself, and the person's others go out. */
async function checked({ context, messenger }: Run, all: Ready[], at: Date): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const one of all) {
    try {
      messenger.check(one.message);
      ready.push(one);
    } catch (error) {
      await putOff(context, one.claim, { at, error });
    }
  }
  return ready;
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
export function isOver({ signal, waitMs }: Run): boolean {
  return signal?.aborted === true || waitMs !== undefined;
}

export async function giveBack({ context }: Run, claims: ClaimedDelivery[]): Promise<void> {
  await postpone(context.db, claims, context.clock.now());
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
