import { arrange } from '../../domain/delivery/message-order.js';
import type { Context } from '../context.js';
import { isDatabaseAway } from '../errors/database-errors.js';
import { describeError } from '../errors/describe-error.js';
import { type ClaimedDelivery, drop, hold, postpone, stumble } from './claims.js';
import { hasReader, plannedContent, readContent } from './contents.js';
import type { SingleMessage } from './messenger.js';
import { type Found, judge, type Obstacle, obstacle } from './verdict.js';

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
    const hindered = hindrance(claim, at);
    if (hindered) await settle(context, claim, hindered);
    else wanted.push(claim);
  }
  const { kept, superseded } = arrange(wanted);
  for (const claim of superseded) await settle(context, claim, { drop: 'superseded' });
  const ready: Ready[] = [];
  for (const claim of kept) {
    const nth = ready.filter((one) => one.claim.kind === claim.kind).length;
    const content = await contentOf(context, claim, { at, nth });
    if ('send' in content) ready.push({ claim, message: content.send });
    else if ('drop' in content) await settle(context, claim, content);
    else await putOff(context, claim, { at, error: content.error });
  }
  return ready;
}

function hindrance(claim: Candidate, at: Date): Obstacle | undefined {
  const hindered = obstacle(claim, claim.found, at);
  if (hindered || hasReader(claim)) return hindered;
  const judged = judge(claim, claim.found, at);
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
    const judged = judge(claim, found, at);
    return 'drop' in judged ? judged : plannedContent(judged.send, found, at);
  } catch (error) {
    return { error };
  }
}

/** Puts a message off, holds it back or drops it, and counts that. */
export async function settle(
  { db, observer }: Context,
  claim: ClaimedDelivery,
  hindered: Obstacle,
): Promise<void> {
  if ('wait' in hindered) await postpone(db, [claim], hindered.wait);
  else if ('hold' in hindered) await hold(db, claim, hindered.hold);
  else await drop(db, claim, hindered.drop);
  const end = 'wait' in hindered ? 'postponed' : 'hold' in hindered ? 'held' : 'dropped';
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
  await stumble(db, claim, at);
  observer?.delivery(claim.kind, 'stumbled');
}
