import type { CheckIn as CheckInRow, Transaction } from '../../database/index.js';
import {
  type CheckInEvent,
  type CheckInRefusal,
  checkInState,
  transitionCheckIn,
} from '../../domain/check-in/check-in.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { isComplete, isViewBegun, type Pin, readPin } from '../questionnaire/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { revealIfBoth } from '../reveal/index.js';
import { type CheckInRef, notFound, owned } from './reading.js';

/** Whether an event took place, or why not; then nothing has changed but what the caller wrote. */
export type Change = { done: true } | { done: false; because: CheckInRefusal };

/** One check-in with its row locked until the transaction ends. */
export interface Locked {
  tx: Transaction;
  row: CheckInRow;
  pin: Pin;
  /** Now. */
  at: Date;
}

/**
 * Carries out one event on one check-in in one transaction. `write` comes first and sees the row
 * locked, but only if the check-in is in a state that takes edits or the event itself is allowed;
 * then the state moves if the rules say so. Sending it reveals both sides if the other is in.
 * Throws UserFacingError if the check-in isn't this person's.
 */
export async function changeCheckIn(
  context: Context,
  ref: CheckInRef,
  event: Exclude<CheckInEvent, 'reveal'>,
  write: (locked: Locked) => Promise<void>,
): Promise<Change> {
  const [found, openCycle] = await Promise.all([
    context.db.checkIn.findFirst({ where: owned(ref) }),
    findOpenCycle(context, ref.workspaceId),
  ]);
  if (!found) throw notFound();
  // Read before the transaction: it may take a connection of its own.
  const pin = await readPin(context, found);
  const cycleOpen = openCycle?.id === found.cycleId;

  return context.db.$transaction(async (tx): Promise<Change> => {
    const row = await lockCheckIn(tx, ref);
    const state = checkInState(row);
    const unassessed = event !== 'restart' || (await isUnassessed(tx, row));
    const facts = { cycleOpen, complete: true, unassessed, assessed: false };
    const allowed = transitionCheckIn(state, event, facts);
    if ('refused' in allowed) return { done: false, because: allowed.refused };
    await write({ tx, row, pin, at: context.clock.now() });
    const complete =
      event !== 'submit' ||
      isComplete(await tx.checkInAnswer.findMany({ where: { checkInId: row.id } }), pin);
    const transition = transitionCheckIn(state, event, { ...facts, complete });
    if ('refused' in transition) return { done: false, because: transition.refused };
    if (transition.to !== state && transition.to !== 'revealed') {
      const submittedAt = transition.to === 'submitted' ? context.clock.now() : null;
      await tx.checkIn.update({
        where: { id: row.id },
        data: { state: transition.to, submittedAt },
      });
      const { workspaceId, personId } = row;
      const at = context.clock.now();
      await markForRedraw(tx, { workspaceId, personIds: [personId], at });
    }
    if (event === 'submit') {
      await revealIfBoth(tx, { checkInId: row.id, at: context.clock.now(), cycleOpen });
    }
    return { done: true };
  });
}

/** Locks the row until the transaction ends and returns it. */
export async function lockCheckIn(tx: Transaction, ref: CheckInRef): Promise<CheckInRow> {
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${ref.checkInId}::uuid FOR UPDATE`;
  const row = await tx.checkIn.findFirst({ where: owned(ref) });
  if (!row) throw notFound();
  return row;
}

/** Whether no view of it is begun: one that was only looked at keeps nobody from anything. */
export async function isUnassessed(tx: Transaction, row: CheckInRow): Promise<boolean> {
  return !(await isViewBegun(tx, row));
}
