import type { Transaction } from '../../database/index.js';
import type { OwnChoice } from '../../domain/access/administration.js';
import type { Day } from '../../domain/time/day.js';
import { readOwnChoice } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { assign } from './assigning.js';
import type { Place } from './import/outcome.js';
import { type Person, toPerson } from './people.js';
import { type PlacedPerson, placeOf, readPlacedPerson } from './place.js';
import { AssignmentError, checkRole } from './place-rules.js';
import { askForYes } from './requests.js';

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

/** The person after their choice. */
export interface Chosen extends Person {
  /** The Slack id of the manager for whose yes it waits; until then all is as before. */
  waitsFor?: string;
}

/**
 * Sets the person's own role. A different role clears the day since when they have it. Throws
 * AssignmentError if the ladder has no such role, or admins alone set roles.
 */
export function setOwnRole(context: Context, own: Own, roleKey: string): Promise<Chosen> {
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
): Promise<Chosen> {
  checkRole(context, own.workspaceId, assignment.roleKey);
  return changeOwn(context, own, () => assignment);
}

async function changeOwn(
  context: Context,
  own: Own,
  change: (before: Place) => Place,
): Promise<Chosen> {
  const { workspaceId, personId } = own;
  // Read before the transaction: it may take a connection of its own.
  const moves = { openCycle: await findOpenCycle(context, workspaceId), personId };
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const { person, choice } = await requireOwn(tx, own);
    const place = change(placeOf(person));
    const waitsFor =
      choice === 'with_yes' ? await askForYes(tx, context, { person, place }) : undefined;
    if (waitsFor !== undefined) return { ...toPerson(person), waitsFor };
    return toPerson(await assign(tx, context, { person, place, by: { personId }, moves }));
  });
}

/** Throws AssignmentError where admins alone set roles and managers, and this is none. */
async function requireOwn(
  tx: Transaction,
  own: Own,
): Promise<{ person: PlacedPerson; choice: OwnChoice }> {
  const person = await readPlacedPerson(tx, own);
  const choice = await readOwnChoice(tx, own);
  if (person && choice !== 'not') return { person, choice };
  throw new AssignmentError(
    'roleKey',
    'Roles and managers are set by the admins here, so nothing is saved. Ask one of them.',
  );
}
