import { arrange } from '../../domain/delivery/message-order.js';
import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import { type ClaimedDelivery, drop, hold, postpone, recordBuildFailure } from './claims.js';
import { hasReader, plannedContent, readContent } from './contents.js';
import type { SingleMessage } from './messenger.js';
import { type Blocker, blockerOf, type Found, verdictOf } from './verdict.js';

/** A claimed message with what decides about it. */
export interface Candidate extends ClaimedDelivery {
  found: Found;
}

/** One that goes out, with what it says. */
export interface Ready {
  claim: Candidate;
  message: SingleMessage;
}

/**
 * Decides anew about one person's claimed messages. Out comes what goes out, in its order; whatever
 * doesn't is put off, held back or dropped here.
 */
export async function prepare(
  context: Context,
  candidates: Candidate[],
  at: Date,
): Promise<Ready[]> {
  const wanted: Candidate[] = [];
  for (const claim of candidates) {
    const found = blockerNow(claim, at);
    if (found) await applyVerdict(context, claim, found);
    else wanted.push(claim);
  }
  const { kept, superseded } = arrange(wanted);
  for (const claim of superseded) await applyVerdict(context, claim, { drop: 'superseded' });
  const ready: Ready[] = [];
  for (const claim of kept) {
    const nth = ready.filter((one) => one.claim.kind === claim.kind).length;
    const content = await contentOf(context, claim, { at, nth });
    if ('send' in content) ready.push({ claim, message: content.send });
    else if ('drop' in content) await applyVerdict(context, claim, content);
    else await putOff(context, claim, { at, error: content.error });
  }
  return ready;
}

function blockerNow(claim: Candidate, at: Date): Blocker | undefined {
  const blocker = blockerOf(claim, claim.found, at);
  if (blocker || hasReader(claim)) return blocker;
  const judged = verdictOf(claim, claim.found, at);
  return 'drop' in judged ? judged : undefined;
}

/** An error in making one message is its own matter: the person's others go out. */
async function contentOf(
  context: Context,
  claim: Candidate,
  { at, nth }: { at: Date; nth: number },
) {
  const { found } = claim;
  try {
    if (hasReader(claim)) return await readContent(context, { ...found, claim, at }, nth);
    const judged = verdictOf(claim, found, at);
    return 'drop' in judged ? judged : plannedContent(judged.send, found, at);
  } catch (error) {
    return { error };
  }
}

/** Puts a message off, holds it back or drops it, and counts that. */
export async function applyVerdict(
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

/** Puts a message off that could not be made. Throws where the database is away. */
export async function putOff(
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
