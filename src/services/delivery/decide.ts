import { arrange } from '../../domain/delivery/message-order.js';
import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { ClaimedDelivery, Found, Told } from '../message.js';
import { drop, hold, isDeadLetter, postpone, recordBuildFailure } from './claims.js';
import type { LookedUp } from './look-up.js';
import type { Messenger } from './messenger.js';
import { type Blocker, isBlocker, type Verdict, verdictOf } from './verdict.js';

/** A claimed message with what decides about it. */
interface Candidate extends ClaimedDelivery {
  found: Found;
}

/** A message to send, with its content. */
export interface Ready {
  claim: Candidate;
  message: Told;
}

interface Wanted extends Candidate {
  verdict: Exclude<Verdict, Blocker>;
}

/**
 * Decides about one person's claimed messages, from fresh data. Returns those that are sent, in their
 * order; the others are postponed, held or dropped here.
 */
export async function decideAll(
  context: Context,
  messenger: Messenger,
  { mine, looked, at }: { mine: readonly ClaimedDelivery[]; looked: LookedUp; at: Date },
): Promise<Ready[]> {
  const wanted: Wanted[] = [];
  for (const claim of mine) {
    await orPostpone(context, claim, at, async () => {
      if (isDeadLetter(claim)) return recordBuildFailure(context.db, claim, at);
      if (looked.errors.has(claim.id)) throw looked.errors.get(claim.id);
      const found = looked.found.get(claim.id);
      if (!found) return applyBlocker(context, claim, { drop: 'gone' });
      const verdict = verdictOf(context.messages, { ...found, claim, at });
      if (isBlocker(verdict)) return applyBlocker(context, claim, verdict);
      wanted.push({ ...claim, found, verdict });
    });
  }
  const { kept, superseded } = arrange(wanted, context.messages.definitions);
  for (const claim of superseded) await applyBlocker(context, claim, { drop: 'superseded' });
  const ready: Ready[] = [];
  for (const claim of kept) {
    const { verdict } = claim;
    const nth = ready.filter((one) => one.claim.kind === claim.kind).length;
    await orPostpone(context, claim, at, async () => {
      const content = 'send' in verdict ? verdict : await verdict.read(context, nth);
      if ('drop' in content) return applyBlocker(context, claim, content);
      messenger.check(content.send);
      ready.push({ claim, message: content.send });
    });
  }
  return ready;
}

/** An error in building one message is its own: the person's other messages are sent. */
async function orPostpone(
  context: Context,
  claim: ClaimedDelivery,
  at: Date,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await recordFailure(context, claim, { at, error });
  }
}

/** Postpones, holds or drops a message, and counts that. */
async function applyBlocker(
  { db, observer }: Context,
  claim: ClaimedDelivery,
  blocker: Blocker,
): Promise<void> {
  if ('wait' in blocker) await postpone(db, [claim], blocker.wait);
  else if ('hold' in blocker) await hold(db, claim, blocker.hold);
  else await drop(db, claim, blocker.drop);
  const end = 'wait' in blocker ? 'postponed' : 'hold' in blocker ? 'held' : 'dropped';
  observer?.delivery(claim.kind, end);
}

/** Postpones a message that could not be built. Throws where the database is away. */
export async function recordFailure(
  { db, log, observer }: Context,
  claim: ClaimedDelivery,
  { at, error }: { at: Date; error: unknown },
): Promise<void> {
  if (isDatabaseAway(error)) throw error;
  const fields = { delivery: claim.id, kind: claim.kind, ...describeError(error) };
  log.error(fields, 'a message could not be made; it is put off');
  await recordBuildFailure(db, claim, at);
  observer?.delivery(claim.kind, 'stumbled');
}
