import type { Edit, LastPage } from '../../domain/questionnaire/answers.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { findPerson } from '../person/index.js';
import { type Change, changeCheckIn } from './changes.js';
import { writeLastPage } from './edits.js';
import { choosePin, repin } from './pin.js';
import type { CheckInRef } from './reading.js';

/**
 * Submits a check-in, together with the last page if it is part of the request; the page is saved
 * even if a competency is incomplete. A second time it changes nothing and returns `already_sent`.
 */
export function submitCheckIn(
  context: Context,
  ref: CheckInRef,
  edit?: Edit<LastPage>,
): Promise<Change> {
  return changeCheckIn(context, ref, 'submit', async (locked) => {
    if (edit) await writeLastPage(locked, edit, true);
  });
}

/** Takes a sent check-in back as a draft, at its last page. `not_sent` if it is a draft already. */
export function reopenCheckIn(context: Context, ref: CheckInRef): Promise<Change> {
  return changeCheckIn(context, ref, 'reopen', async ({ tx, row, pin }) => {
    await tx.checkIn.update({ where: { id: row.id }, data: { page: pin.pages.length } });
  });
}

/**
 * Begins a draft again, against the role of today: its answers to the old role go, the words of the
 * last page stay. `keeps_role` once a manager has begun a view of it. Throws UserFacingError if the
 * person has no role to begin again for.
 */
export async function restartCheckIn(context: Context, ref: CheckInRef): Promise<Change> {
  const { workspaceId } = ref;
  const [person, cycle] = await Promise.all([
    findPerson(context, ref),
    findOpenCycle(context, workspaceId),
  ]);
  if (!cycle) return { done: false, because: 'cycle_closed' };
  const pin = await choosePin(context, cycle, person?.roleKey);
  if (!pin) throw new UserFacingError('You have no role to begin again for. Set your role first.');
  return changeCheckIn(context, ref, 'restart', async ({ tx, row }) => {
    if (row.roleKey === pin.roleKey) return;
    await tx.checkInAnswer.deleteMany({ where: { checkInId: row.id } });
    await tx.checkIn.update({ where: { id: row.id }, data: { next: '' } });
    await repin(tx, row, pin);
  });
}
