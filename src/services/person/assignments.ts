import type { Transaction } from '../../database/index.js';
import { indexOf } from '../../domain/role/position.js';
import { type Day, dateFromDay } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import { canSetOwnAssignment, reportsTo } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { lockUnrevealed, revealAfterManagerChanges } from '../reveal/index.js';
import { type Person, toPerson } from './people.js';

/** The person whose role and manager change; people change only their own. */
export interface Own {
  workspaceId: string;
  personId: string;
}

export interface Assignment {
  roleKey: string;
  inRoleSince: Day | undefined;
  /** Undefined for somebody without a manager. */
  managerSlackUserId: string | undefined;
}

export type AssignmentField = keyof Assignment;

/** Something about the assignment can't be, and in which field. */
export class AssignmentError extends UserFacingError {
  override name = 'AssignmentError';
  readonly field: AssignmentField;

  constructor(field: AssignmentField, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * Sets the person's own role. A different role clears the day since when they have it. Throws
 * AssignmentError if the ladder has no such role, or admins alone set roles.
 */
export async function setOwnRole(
  context: Context,
  { workspaceId, personId }: Own,
  roleKey: string,
): Promise<Person> {
  checkRole(context, workspaceId, roleKey);
  await context.db.$transaction(async (tx) => {
    await requireOwn(tx, { workspaceId, personId });
    const { count } = await tx.person.updateMany({
      where: { id: personId, workspaceId, OR: [{ roleKey: null }, { roleKey: { not: roleKey } }] },
      data: { roleKey, inRoleSince: null },
    });
    if (count === 0) return;
    await markForRedraw(tx, { workspaceId, personIds: [personId], at: context.clock.now() });
  });
  const where = { id: personId, workspaceId };
  return toPerson(await context.db.person.findFirstOrThrow({ where }));
}

/**
 * Sets the person's own role, its first day, and manager. Throws AssignmentError, and changes
 * nothing, if the role is unknown, the day is in the future, or the manager is invalid: the person
 * themselves, an app, a person who left or is unknown, or one of their reports. `meetManager` adds
 * an unknown person.
 */
export async function updateOwnAssignment(
  context: Context,
  { workspaceId, personId }: Own,
  assignment: Assignment,
): Promise<Person> {
  const { roleKey, inRoleSince, managerSlackUserId } = assignment;
  checkRole(context, workspaceId, roleKey);
  // Read before the transaction: it may take a connection of its own.
  const moves = { openCycle: await findOpenCycle(context, workspaceId), personId };
  return context.db.$transaction(async (tx) => {
    // Two people who make each other their manager at once must not both succeed.
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    await requireOwn(tx, { workspaceId, personId });
    const person = await tx.person.findFirstOrThrow({ where: { id: personId, workspaceId } });
    if (inRoleSince !== undefined && inRoleSince > localDay(context.clock.now(), person.timeZone)) {
      throw new AssignmentError('inRoleSince', 'That day is still to come. Pick one up to today.');
    }
    await lockUnrevealed(tx, moves);
    const managerId = managerSlackUserId
      ? await managerFor(tx, { workspaceId, personId }, managerSlackUserId)
      : null;
    const row = await tx.person.update({
      where: { id: personId },
      data: { roleKey, managerId, inRoleSince: inRoleSince ? dateFromDay(inRoleSince) : null },
    });
    const at = context.clock.now();
    const before = person.managerId === null ? [] : [person.managerId];
    await markForRedraw(tx, { workspaceId, personIds: [personId, ...before], at });
    await revealAfterManagerChanges(tx, moves, at);
    return toPerson(row);
  });
}

/** Throws AssignmentError where admins alone set roles and managers, and this is none. */
async function requireOwn(tx: Transaction, own: Own): Promise<void> {
  if (await canSetOwnAssignment(tx, own)) return;
  throw new AssignmentError(
    'roleKey',
    'Roles and managers are set by the admins here, so nothing is saved. Ask one of them.',
  );
}

function checkRole({ frameworks }: Context, workspaceId: string, roleKey: string): void {
  if (indexOf(frameworks.current(workspaceId).framework).role(roleKey)) return;
  throw new AssignmentError('roleKey', 'That role is no longer on the ladder. Pick another one.');
}

async function managerFor(
  tx: Transaction,
  { workspaceId, personId }: Own,
  slackUserId: string,
): Promise<string> {
  const manager = await tx.person.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
  });
  const refuse = (sentence: string) => new AssignmentError('managerSlackUserId', sentence);
  if (!manager) throw refuse('I know nobody by that id. Pick somebody who is a member here.');
  if (manager.id === personId) {
    throw refuse("You can't be your own manager. Pick somebody else, or leave it empty.");
  }
  if (manager.isBot) throw refuse('That is an app. Pick a person.');
  if (manager.leftAt) throw refuse('That person has left. Pick somebody who is still here.');
  if (await reportsTo(tx, manager.id, personId)) {
    const name = manager.name || 'That person';
    throw refuse(
      `${name} reports to you, directly or through others. Pick somebody else, or let them change their manager first.`,
    );
  }
  return manager.id;
}
