import type { Transaction } from '../../database/index.js';
import { indexOf } from '../../domain/role/position.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { reportsTo } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import type { Place } from './import/outcome.js';
import type { PlacedPerson } from './place.js';

/** Something about a person's place can't be, and in which field. */
export class AssignmentError extends UserFacingError {
  override name = 'AssignmentError';
  readonly field: keyof Place;

  constructor(field: keyof Place, message: string) {
    super(message);
    this.field = field;
  }
}

/** Throws AssignmentError if the ladder in use has no such role. */
export function checkRole(
  { frameworks }: Pick<Context, 'frameworks'>,
  workspaceId: string,
  roleKey: string,
): void {
  if (indexOf(frameworks.current(workspaceId).framework).role(roleKey)) return;
  throw new AssignmentError('roleKey', 'That role is no longer on the ladder. Pick another one.');
}

/** Throws AssignmentError for a day that is still to come where the person is. */
export function checkSince(
  { clock }: Pick<Context, 'clock'>,
  { timeZone }: PlacedPerson,
  inRoleSince: Day,
): void {
  if (inRoleSince <= localDay(clock.now(), timeZone)) return;
  throw new AssignmentError('inRoleSince', 'That day is still to come. Pick one up to today.');
}

/**
 * Returns the id of the person who is to be somebody's manager. Throws AssignmentError where they can't
 * be: the person themselves, an app, somebody who has left or is unknown, or one of the person's reports.
 * `isOwn`: the person chooses for themselves, and is addressed.
 */
export async function managerFor(
  tx: Transaction,
  person: PlacedPerson,
  { slackUserId, isOwn }: { slackUserId: string; isOwn: boolean },
): Promise<string> {
  const { workspaceId } = person;
  const manager = await tx.person.findUnique({
    where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
  });
  const refuse = (sentence: string) => new AssignmentError('managerSlackUserId', sentence);
  if (!manager) throw refuse('I know nobody by that id. Pick somebody who is a member here.');
  const name = person.name || 'That person';
  if (manager.id === person.id) {
    throw refuse(
      `${isOwn ? "You can't be your" : `${name} can't be their`} own manager. Pick somebody else, or leave it empty.`,
    );
  }
  if (manager.isBot) throw refuse('That is an app. Pick a person.');
  if (manager.leftAt) throw refuse('That person has left. Pick somebody who is still here.');
  if (await reportsTo(tx, manager.id, person.id)) {
    const them = manager.name || 'That person';
    throw refuse(
      isOwn
        ? `${them} reports to you, directly or through others. Pick somebody else, or let them change their manager first.`
        : `${them} reports to ${name}, directly or through others. Pick somebody else, or change the manager of ${them} first.`,
    );
  }
  return manager.id;
}
