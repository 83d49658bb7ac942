import type { Context } from '../context.js';
import { describeError, isTransient } from '../errors/index.js';
import type { ClaimedDelivery, Told } from '../message.js';
import { postpone } from './claims.js';
import { type Candidate, decide, decideAll, type Ready, recordFailure } from './decide.js';
import type { Messenger, OutgoingMessage, SendOutcome } from './messenger.js';
import { beginSending, recordOutcome } from './outcomes.js';
import { reserveSlot, slowDown } from './rate-limit.js';
import { forgetRefusal, noteRefusal } from './refusals.js';
import { noteSent, type SentReminder } from './sent-notes.js';
import { sleep } from './sleep.js';
import { isBlocker } from './verdict.js';

export interface SendDueInput {
  workspaceId: string;
  /** Only this delivery. A person waits for it, so it is sent at once or in a later run. */
  only?: string;
  /** Once aborted, what is under way ends and nothing new begins. */
  signal?: AbortSignal;
  /** Told of each message that Slack was asked to take. */
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

const shortestRetryMs = 1000;
const longestRetryMs = 60 * 60 * 1000;
/** Longer than that a run doesn't wait for its turn with messages in its hands; milliseconds. */
const patienceMs = 30_000;
const patienceWhileSomebodyWaitsMs = 1_000;

/** Sends one person's messages: decided upon one by one, sent as one, when their turn has come. */
export async function sendTogether(run: Run, candidates: Candidate[], at: Date): Promise<void> {
  const { context, messenger } = run;
  const { clock } = context;
  const ready = await checked(run, await decideAll(context, candidates, at), at);
  if (ready.length === 0) return;
  const claims = ready.map(({ claim }) => claim);
  const inTime = await waitForSlot(run);
  // Five o'clock may have come meanwhile.
  const blocker = ready.some(({ claim }) => isBlocker(decide(context, claim, clock.now())));
  if (!inTime || blocker) return giveBack(run, claims);
  const begun = await beginSending(context.db, claims, at);
  const leaving = ready.filter(({ claim }) => begun.includes(claim));
  const message = asOne(leaving.map((one) => one.message));
  const [first] = leaving;
  if (!first || !message) return;
  const { recipient } = first.claim.found;
  const outcome = withBackoff(
    await messenger.send(recipient, message, first.claim.claimId),
    first.claim.attempts,
  );
  await recordFirmly(context, begun, { outcome, at });
  for (const one of leaving) noteSent(run, { ...one, outcome, at });
  await heed(run, outcome, at);
}

/** What an outcome means for the workspace's other messages. */
async function heed(run: Run, outcome: SendOutcome, at: Date): Promise<void> {
  const { context, workspaceId } = run;
  if (outcome.state === 'limited') return slowDownAll(run, outcome.afterMs);
  if (outcome.state === 'retry') {
    const { reason, afterMs } = outcome;
    if (reason === undefined) return;
    if (run.refused === undefined) {
      context.log.warn(
        { workspace: workspaceId, reason },
        'Slack refuses the token or the app; nothing goes out until that is mended',
      );
    }
    run.refused = reason;
    await noteRefusal(context.db, workspaceId, {
      reason,
      until: new Date(at.getTime() + afterMs),
    });
    return;
  }
  if (outcome.state === 'sent' && !run.accepted) await forgetRefusal(context.db, workspaceId);
  run.accepted = true;
}

/** Returns the messages that can be built; the others are postponed, without delaying the rest. */
async function checked({ context, messenger }: Run, all: Ready[], at: Date): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (const one of all) {
    try {
      messenger.check(one.message);
      ready.push(one);
    } catch (error) {
      await recordFailure(context, one.claim, { at, error });
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
  else if (slot.waitMs >= 1) await sleep(slot.waitMs, signal);
  return !isOver(run);
}

async function slowDownAll(run: Run, afterMs: number): Promise<void> {
  run.waitMs = Math.max(run.waitMs ?? 0, afterMs);
  await slowDown(run.context.db, { workspaceId: run.workspaceId, afterMs });
}

/** Whether nothing new is to begin. */
export function isOver({ signal, waitMs, refused }: Run): boolean {
  return signal?.aborted === true || waitMs !== undefined || refused !== undefined;
}

export async function giveBack({ context }: Run, claims: ClaimedDelivery[]): Promise<void> {
  await postpone(context.db, claims, context.clock.now());
}

function asOne([first, ...others]: Told[]): OutgoingMessage | undefined {
  if (!first || others.length === 0) return first;
  return { kind: 'combined', parts: [first, ...others] };
}

/** The more often it was tried, the longer it waits; a refusal of the token or the app is not its own. */
function withBackoff(outcome: SendOutcome, attempts: number): SendOutcome {
  if (outcome.state !== 'retry' || outcome.reason !== undefined) return outcome;
  const afterMs = Math.max(outcome.afterMs, shortestRetryMs) * 2 ** Math.min(attempts, 10);
  return { ...outcome, afterMs: Math.min(afterMs, Math.max(outcome.afterMs, longestRetryMs)) };
}

/** Waits between the tries to record an outcome: a short outage shouldn't make it unknown. */
const recordingWaitsMs = [200, 1_000, 3_000];

/**
 * Records what became of messages, again where the database is away for a moment. Never throws: what
 * can't be recorded counts as perhaps sent, and is looked for in Slack.
 */
async function recordFirmly(
  { db, log }: Context,
  sent: Candidate[],
  { outcome, at }: { outcome: SendOutcome; at: Date },
): Promise<void> {
  const deliveries = sent.map(({ id }) => id);
  for (const waitMs of [...recordingWaitsMs, undefined]) {
    try {
      return await recordOutcome(db, sent, outcome, at);
    } catch (error) {
      const fields = { deliveries, outcome: outcome.state, ...describeError(error) };
      if (waitMs === undefined || !isTransient(error)) {
        log.error(
          fields,
          'what became of a message could not be recorded; it counts as perhaps sent',
        );
        return;
      }
      log.warn(fields, 'what became of a message could not be recorded; it is tried again');
      await sleep(waitMs);
    }
  }
}
