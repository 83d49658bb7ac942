import { arrange, type Part } from '../../domain/delivery/message-order.js';
import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { ClaimedDelivery, Found, MessageContent } from '../message.js';
import { isDeadLetter, recordBuildFailure } from './build-failures.js';
import { drop, postpone } from './claims.js';
import { hold } from './hold.js';
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
  message: MessageContent;
}

interface Wanted extends Candidate {
  verdict: Exclude<Verdict, Blocker>;
}

/** One person's messages after the decision about each. */
export interface Decided {
  /** What is sent, in its order. */
  ready: Ready[];
  /** Covered by these: dropped once they are sent. */
  superseded: ClaimedDelivery[];
}

/**
 * Decides about one person's claimed messages, from fresh data. Those that are neither sent nor
 * superseded are postponed, held or dropped here.
 */
export async function decideAll(
  context: Context,
  messenger: Messenger,
  { mine, lookedUp, at }: { mine: readonly ClaimedDelivery[]; lookedUp: LookedUp; at: Date },
): Promise<Decided> {
  const wanted: Wanted[] = [];
  for (const claim of mine) {
    await orPostpone(context, claim, at, async () => {
      if (isDeadLetter(claim)) return recordBuildFailure(context.db, claim, at);
      if (lookedUp.errors.has(claim.id)) throw lookedUp.errors.get(claim.id);
      const found = lookedUp.found.get(claim.id);
      if (!found) return dropAs(context, claim, 'gone');
      const verdict = verdictOf(context.messages, { ...found, claim, at });
      if (isBlocker(verdict)) return applyBlocker(context, { ...claim, found }, verdict, at);
      wanted.push({ ...claim, found, verdict });
    });
  }
  const { definitions } = context.messages;
  const { kept, superseded } = arrange(wanted, definitions);
  const ready: Ready[] = [];
  async function build(claim: Wanted) {
    const { verdict } = claim;
    await orPostpone(context, claim, at, async () => {
      const content = 'send' in verdict ? verdict : await verdict.read(context);
      if ('drop' in content) return dropAs(context, claim, content.drop);
      messenger.check(content.send);
      ready.push({ claim, message: content.send });
    });
  }
  for (const claim of kept) await build(claim);
  // What only a message that could not be built superseded is sent by itself.
  const built = ready.map(({ claim }) => claim);
  const stillSuperseded = arrange<Part>([...superseded, ...built], definitions).superseded;
  for (const claim of superseded) if (!stillSuperseded.includes(claim)) await build(claim);
  return { ready, superseded: superseded.filter((claim) => stillSuperseded.includes(claim)) };
}

/** Drops what a message that was sent supersedes. */
export async function dropSuperseded(
  context: Context,
  superseded: readonly ClaimedDelivery[],
): Promise<void> {
  for (const claim of superseded) await dropAs(context, claim, 'superseded');
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
  context: Context,
  claim: Candidate,
  blocker: Blocker,
  at: Date,
): Promise<void> {
  const { db, observer } = context;
  if ('drop' in blocker) return dropAs(context, claim, blocker.drop);
  if ('wait' in blocker) await postpone(db, [claim], blocker.wait);
  else {
    const { recipient } = claim.found;
    await hold(db, claim, { recipient, until: blocker.hold, at });
  }
  observer?.delivery(claim.kind, 'wait' in blocker ? 'postponed' : 'held');
}

async function dropAs(
  { db, observer }: Context,
  claim: ClaimedDelivery,
  reason: string,
): Promise<void> {
  await drop(db, claim, reason);
  observer?.delivery(claim.kind, 'dropped');
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
