import type { ClaimedDelivery, MessageContent } from '../message.js';
import { inSpan } from '../span.js';
import { applyOutcome } from './apply-outcome.js';
import { decideAgain } from './claims.js';
import { decideAll, dropSuperseded, recordFailure } from './decide.js';
import type { LookedUp } from './look-up.js';
import type { OutgoingMessage, SendOutcome } from './messenger.js';
import { beginSending } from './outcomes.js';
import { removeIfErased } from './post-removal.js';
import { reserveSlot } from './rate-limit.js';
import { recordFirmly } from './record-firmly.js';
import { giveBack, isOver, type Run } from './run.js';
import { noteSent } from './sent-notes.js';
import { sleep } from './sleep.js';
import { isBlocker, verdictOf } from './verdict.js';

const shortestRetryMs = 1000;
const longestRetryMs = 60 * 60 * 1000;
/** How long a run waits for a slot at most while it holds claimed messages; milliseconds. */
const maxWaitMs = 30_000;
const maxWaitForOneMs = 1_000;

/**
 * Sends one person's messages: decides about each, and sends what is wanted as one post when its slot
 * has come. A message that can't be built is postponed. Throws only where the database is away.
 */
export async function sendToPerson(
  run: Run,
  mine: readonly ClaimedDelivery[],
  lookedUp: LookedUp,
): Promise<void> {
  const { context, messenger } = run;
  const at = context.clock.now();
  try {
    if (isOver(run)) return await giveBack(run, mine);
    const { ready, superseded } = await decideAll(context, messenger, { mine, lookedUp, at });
    if (ready.length === 0) return await decideAgain(context.db, superseded, at);
    const inTime = await waitForSlot(run);
    // Their working hours may have ended meanwhile.
    const now = context.clock.now();
    const isLate = ready.some(({ claim }) =>
      isBlocker(verdictOf(context.messages, { ...claim.found, claim, at: now })),
    );
    const claims = ready.map(({ claim }) => claim);
    if (!inTime || isLate) return await giveBack(run, [...claims, ...superseded]);
    const begun = await beginSending(context.db, claims, at);
    const leaving = ready.filter(({ claim }) => begun.includes(claim));
    const message = asOne(leaving.map((one) => one.message));
    const [first] = leaving;
    if (!first || !message) return await decideAgain(context.db, superseded, at);
    const { claimId, attempts, found } = first.claim;
    const answer = await inSpan('sending a message', { kind: message.kind }, () =>
      messenger.send(found.recipient, message, claimId),
    );
    const outcome = withBackoff(answer, attempts);
    await recordFirmly(context, begun, { outcome, at });
    if (outcome.state === 'sent') {
      const { recipientId } = first.claim;
      await removeIfErased(context.db, { workspaceId: run.workspaceId, recipientId }, outcome, at);
    }
    for (const one of leaving) noteSent(run, { ...one, outcome, at });
    if (isOut(outcome) && begun.length === ready.length) await dropSuperseded(context, superseded);
    else await decideAgain(context.db, superseded, at);
    await applyOutcome(run, outcome, at);
  } catch (error) {
    for (const claim of mine) await recordFailure(context, claim, { at, error });
  }
}

/** Whether the post was made, or perhaps was. */
function isOut({ state }: SendOutcome): boolean {
  return state === 'sent' || state === 'unknown';
}

/** Waits for a slot. Returns false where that would take too long or all is to stop. */
async function waitForSlot(run: Run): Promise<boolean> {
  const { context, messenger, workspaceId, only, signal } = run;
  const slot = await reserveSlot(context.db, {
    workspaceId,
    perMinute: messenger.perMinute,
    maxWaitMs: only === undefined ? maxWaitMs : maxWaitForOneMs,
  });
  if (slot.state === 'busy') run.waitMs = Math.max(run.waitMs ?? 0, slot.waitMs);
  else if (slot.waitMs >= 1) await sleep(slot.waitMs, signal);
  return !isOver(run);
}

function asOne([first, ...others]: MessageContent[]): OutgoingMessage | undefined {
  if (!first || others.length === 0) return first;
  return { kind: 'combined', parts: [first, ...others] };
}

/**
 * Returns the outcome with a longer wait the more often it was tried, unless Slack refuses the token or
 * the app: that says nothing about this message.
 */
function withBackoff(outcome: SendOutcome, attempts: number): SendOutcome {
  if (outcome.state !== 'retry' || outcome.reason !== undefined) return outcome;
  const afterMs = Math.max(outcome.afterMs, shortestRetryMs) * 2 ** Math.min(attempts, 10);
  return { ...outcome, afterMs: Math.min(afterMs, Math.max(outcome.afterMs, longestRetryMs)) };
}
