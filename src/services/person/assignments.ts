import type { Transaction } from '../../database/index.js';
import type { Day } from '../../domain/time/day.js';
import { canSetOwnAssignment } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { assign } from './assigning.js';
import type { Place } from './import/outcome.js';
import { type Person, toPerson } from './people.js';
import { type PlacedPerson, placeOf, readPlacedPerson } from './place.js';
import { AssignmentError, checkRole } from './place-rules.js';

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

/**
 * Sets the person's own role. A different role clears the day since when they have it. Throws
 * AssignmentError if the ladder has no such role, or admins alone set roles.
 */
export function setOwnRole(context: Context, own: Own, roleKey: string): Promise<Person> {
  checkRole(context, own.workspaceId, roleKey);
  return changeOwn(context, own, (before) => {
    if (before.roleKey === roleKey) return before;
    return { ...before, roleKey, inRoleSince: undefined };
  });
}

/**
 * Sets the person's own role, its first day, and manager. Throws AssignmentError, and changes
 * nothing, if the role is unknown, the day is in the future, or the manager is invalid: the person
 * themselves, an app, a person who left or is unknown, or one of their reports. `meetManager` adds
 * an unknown person.
 */
export function updateOwnAssignment(
  context: Context,
  own: Own,
  assignment: Assignment,
): Promise<Person> {
  checkRole(context, own.workspaceId, assignment.roleKey);
  return changeOwn(context, own, () => assignment);
}

async function changeOwn(
  context: Context,
  own: Own,
  change: (before: Place) => Place,
): Promise<Person> {
  const { workspaceId, personId } = own;
  // Read before the transaction: it may take a connection of its own.
  const moves = { openCycle: await findOpenCycle(context, workspaceId), personId };
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const person = await requireOwn(tx, own);
    const place = change(placeOf(person));
    return toPerson(await assign(tx, context, { person, place, by: { personId }, moves }));
  });
}

/** Throws AssignmentError where admins alone set roles and managers, and this is none. */
async function requireOwn(tx: Transaction, own: Own): Promise<PlacedPerson> {
  const person = await readPlacedPerson(tx, own);
  if (person && (await canSetOwnAssignment(tx, own))) return person;
  throw new AssignmentError(
    'roleKey',
    'Roles and managers are set by the admins here, so nothing is saved. Ask one of them.',
  );
}
