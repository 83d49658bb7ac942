import { type Administrator, lockForAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { assign } from './assigning.js';
import type { Place } from './import/outcome.js';
import { isHere } from './people.js';
import { isSamePlace, placeOf, readPlacedPerson } from './place.js';

export interface PlacingInput {
  workspaceId: string;
  by: Administrator;
  /** The person who is placed. */
  personId: string;
  /** What is to be another one; undefined takes it away, and what is left out stays. */
  change: Partial<Place>;
  /** What the admin saw before. */
  seen?: Place;
}

/** A person's place before and after a change. */
export interface Placed {
  slackUserId: string;
  name: string;
  before: Place;
  after: Place;
}

/**
 * Sets somebody's role, its first day and manager on behalf of an admin or operator. A different role
 * clears the day, unless it comes along. Throws UserFacingError, having changed nothing, where `by` is
 * no admin, the person is gone or has left, or somebody else has changed them since `seen`; and
 * AssignmentError where what is new can't be. `meetManager` adds an unknown manager.
 */
export async function placePerson(context: Context, input: PlacingInput): Promise<Placed> {
  const { workspaceId, by, personId, change, seen } = input;
  // Read before the transaction: it may take a connection of its own.
  const moves = { openCycle: await findOpenCycle(context, workspaceId), personId };
  return context.db.$transaction(async (tx) => {
    await lockForAdmin(tx, { workspaceId, by });
    const person = await readPlacedPerson(tx, { workspaceId, personId });
    if (!person) {
      throw new UserFacingError('Ladder has nobody like that any more. Nothing is changed.');
    }
    const { slackUserId, name } = person;
    const who = name || slackUserId;
    if (!isHere(person)) {
      throw new UserFacingError(`${who} is no member of this workspace now. Nothing is changed.`);
    }
    const before = placeOf(person);
    const after = { ...before, ...change };
    if (after.roleKey !== before.roleKey && !('inRoleSince' in change)) {
      after.inRoleSince = undefined;
    }
    // What is so already may be the admin's own change, of which they saw no answer.
    if (seen && !isSamePlace(seen, before) && !isSamePlace(after, before)) {
      throw new UserFacingError(
        `Somebody else has changed the role or manager of ${who} meanwhile. Nothing is changed; open it anew to see how it is now.`,
      );
    }
    await assign(tx, context, { person, place: after, by, moves });
    return { slackUserId, name, before, after };
  });
}
