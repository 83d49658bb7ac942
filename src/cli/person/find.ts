import { UserFacingError } from '../../services/errors/index.js';
import { findNamed } from '../../services/named-people/index.js';
import type { Session } from '../session.js';

/** How somebody is named at the command line, for the help. */
export const who = 'a Slack id or a whole name';

/** Returns the person who is meant. Throws UserFacingError where that is nobody or several people. */
export async function findOne({ context, workspace }: Session, typed: string) {
  const [person] = await findNamed(context.db, workspace.id, [typed]);
  if (!person) throw new UserFacingError(`Nobody here is called ${typed}.`);
  return person;
}
