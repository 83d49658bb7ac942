import type { Person as PersonRow, Transaction } from '../../database/index.js';
import { dateFromDay } from '../../domain/time/day.js';
import type { Administrator } from '../access/index.js';
import { recordAssignments } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { markForRedraw } from '../redraw-mark/index.js';
import { lockUnrevealed, type ManagerChanges, revealAfterManagerChanges } from '../reveal/index.js';
import { announcePlaces } from './announcing.js';
import type { Place } from './import/outcome.js';
import { isSamePlace, type PlacedPerson, placeOf } from './place.js';
import { checkRole, checkSince, managerFor } from './place-rules.js';
import { claimsOn, dropRequest } from './request-rows.js';

export interface Assigning {
  person: PlacedPerson;
  place: Place;
  by: Administrator;
  /** With the open cycle, read before the transaction: reading it may take a connection of its own. */
  moves: ManagerChanges;
  /** Somebody who knows of it already. */
  knownTo?: string;
}

/**
 * Gives a person their place, in the transaction of the caller, which has locked the workspace: two
 * people who make each other their manager at once must not both succeed. Records who did it, and messages to the people
 * concerned. Throws AssignmentError where what is new in it can't be.
 */
export async function assign(
  tx: Transaction,
  context: Context,
  { person, place, by, moves, knownTo }: Assigning,
): Promise<PersonRow> {
  const before = placeOf(person);
  if (isSamePlace(before, place)) return person;
  const { id, workspaceId } = person;
  const { roleKey, inRoleSince, managerSlackUserId: slackUserId } = place;
  if (roleKey && roleKey !== before.roleKey) checkRole(context, workspaceId, roleKey);
  if (inRoleSince && inRoleSince !== before.inRoleSince) checkSince(context, person, inRoleSince);
  await lockUnrevealed(tx, moves);
  const isOwn = 'personId' in by && by.personId === id;
  const managerId = await newManagerId(tx, person, { slackUserId, isOwn });
  const data = {
    ...{ roleKey: roleKey ?? null, managerId },
    inRoleSince: inRoleSince ? dateFromDay(inRoleSince) : null,
  };
  const row = await tx.person.update({ where: { id }, data });
  const at = context.clock.now();
  const asked = await dropRequest(tx, id);
  if (slackUserId !== before.managerSlackUserId)
    await tx.placeRequest.deleteMany({ where: claimsOn(id) });
  const personIds = [id, person.managerId, asked].filter((one) => typeof one === 'string');
  await markForRedraw(tx, { workspaceId, personIds, at });
  await revealAfterManagerChanges(tx, moves, at);
  const change = { personId: id, before: person, after: row };
  await recordAssignments(tx, { workspaceId, by, at }, [change]);
  await announcePlaces(tx, {
    ...{ workspaceId, at, by, knownTo },
    changes: [
      {
        personId: id,
        before: { roleKey: person.roleKey, manager: person.managerId },
        after: { roleKey: row.roleKey, manager: row.managerId },
      },
    ],
  });
  return row;
}

/** A manager who stays is not checked anew: they may have left. */
async function newManagerId(
  tx: Transaction,
  person: PlacedPerson,
  { slackUserId, isOwn }: { slackUserId: string | undefined; isOwn: boolean },
): Promise<string | null> {
  if (slackUserId === undefined) return null;
  if (slackUserId === person.manager?.slackUserId) return person.managerId;
  return managerFor(tx, person, { slackUserId, isOwn });
}
