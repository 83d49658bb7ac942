import type { CheckIn as CheckInRow, Transaction } from '../../database/index.js';
import { roleBefore } from '../../domain/framework/renames.js';
import type { Edit, LastPage } from '../../domain/questionnaire/answers.js';
import { checkInPages } from '../../domain/questionnaire/pages.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle, nextCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { findPerson, type Person } from '../person/index.js';
import { type Change, changeCheckIn, isUnassessed, lockCheckIn } from './changes.js';
import { writeLastPage } from './edits.js';
import { type CheckIn, type CheckInRef, readCheckIn } from './reading.js';

/** The result of opening a check-in. */
export type OpenedCheckIn =
  | { kind: 'page'; checkIn: CheckIn }
  | { kind: 'submitted'; checkIn: CheckIn }
  /** Between two cycles; `next` if one is planned. */
  | { kind: 'no_cycle'; next: Cycle | undefined; person: Person }
  /** Without a role in the framework there is nothing to reflect against. */
  | { kind: 'no_role'; cycle: Cycle; person: Person };

interface Who {
  workspaceId: string;
  personId: string;
}

/**
 * The person's check-in in the open cycle, begun now if it is the first time. It is pinned to the
 * cycle's framework version and the person's role; a draft without an answer follows a new role.
 * Throws UserFacingError if there is no such person in the workspace.
 */
export async function openCheckIn(context: Context, who: Who): Promise<OpenedCheckIn> {
  const { workspaceId, personId } = who;
  const person = await findPerson(context, who);
  if (!person) throw new UserFacingError("I don't know you in this workspace yet. Try again.");
  const cycle = await findOpenCycle(context, workspaceId, personId);
  if (!cycle) {
    return { kind: 'no_cycle', next: await nextCycle(context, workspaceId, personId), person };
  }

  const begun = await context.db.checkIn.findFirst({ where: { cycleId: cycle.id, personId } });
  const pin = await choosePin(context, cycle, person.roleKey);
  const row = begun ?? (pin && (await begin(context, cycle, who, pin)));
  if (!row) return { kind: 'no_role', cycle, person };
  const ref = { workspaceId, personId, checkInId: row.id };
  if (begun && pin && begun.roleKey !== pin.roleKey) await followRole(context, ref, pin);
  const checkIn = await readCheckIn(context, ref);
  return { kind: checkIn.state === 'draft' ? 'page' : 'submitted', checkIn };
}

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

interface PinKeys {
  frameworkVersionId: string;
  roleKey: string;
}

/**
 * The cycle's version, with the key that the role has there; the current one for a role that came with
 * a later version.
 */
async function choosePin(
  context: Context,
  cycle: Cycle,
  roleKey: string | undefined,
): Promise<PinKeys | undefined> {
  if (roleKey === undefined) return undefined;
  const current = context.frameworks.current(cycle.workspaceId);
  const pinned =
    cycle.frameworkVersionId && (await context.frameworks.version(cycle.frameworkVersionId));
  const ofToday = current.framework.roles.find(({ key }) => key === roleKey);
  for (const { id, framework } of [pinned || current, current]) {
    const role = ofToday
      ? roleBefore(framework, ofToday)
      : framework.roles.find(({ key }) => key === roleKey);
    if (role && checkInPages(framework, role).length > 0) {
      return { frameworkVersionId: id, roleKey: role.key };
    }
  }
  return undefined;
}

/** Two first openings at once make one check-in. */
async function begin(context: Context, cycle: Cycle, who: Who, pin: PinKeys): Promise<CheckInRow> {
  const { workspaceId, personId } = who;
  const startedAt = context.clock.now();
  const [made] = await context.db.checkIn.createManyAndReturn({
    data: [{ workspaceId, personId, ...pin, cycleId: cycle.id, startedAt }],
    skipDuplicates: true,
  });
  return made ?? context.db.checkIn.findFirstOrThrow({ where: { cycleId: cycle.id, personId } });
}

/** If the person's role changed before the first answer, pins the check-in to the new one. */
async function followRole(context: Context, ref: CheckInRef, pin: PinKeys): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const row = await lockCheckIn(tx, ref);
    const answers = await tx.checkInAnswer.count({ where: { checkInId: row.id } });
    if (row.state !== 'draft' || answers > 0 || !(await isUnassessed(tx, row))) return;
    await repin(tx, row, pin);
  });
}

/** Pins a check-in of which no view is begun; one that its manager has looked into goes with it. */
async function repin(
  tx: Transaction,
  { id, cycleId, personId: subjectId }: CheckInRow,
  pin: PinKeys,
): Promise<void> {
  const data = { ...pin, page: 0 };
  await tx.checkIn.update({ where: { id }, data });
  await tx.assessment.updateMany({ where: { cycleId, subjectId }, data });
}
