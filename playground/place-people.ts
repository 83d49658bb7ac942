import type { Context } from '../src/services/context.js';
import type { Profile } from '../src/services/members.js';
import { importPeople } from '../src/services/person/index.js';
import type { MadeUpPerson } from './made-up-workspace.js';

/** Imports the made-up people: roles, managers and profiles. Throws if an import would refuse them. */
export async function placePeople(
  context: Context,
  workspaceId: string,
  people: MadeUpPerson[],
): Promise<void> {
  const imported = await importPeople(context, {
    ...{ workspaceId, by: { operator: 'playground' } },
    rows: people.map(({ id, role = '', manager = '', inRoleSince = '' }, place) => ({
      line: place + 1,
      slackUserId: id,
      role,
      managerSlackUserId: manager,
      startedOn: inRoleSince,
    })),
    profiles: new Map(people.map((person) => [person.id, profileOf(person)])),
  });
  if ('problems' in imported) {
    throw new Error(imported.problems.map(({ message }) => message).join('\n'));
  }
  // Setting the stage is no change that anybody made.
  await context.db.auditLogEntry.deleteMany({ where: { workspaceId } });
  // They have been here for a while.
  await context.db.person.updateMany({ where: { workspaceId }, data: { welcomeFrom: null } });
}

function profileOf({ id, name, tz, locale, isAdmin }: MadeUpPerson): Profile {
  return {
    slackUserId: id,
    name,
    timeZone: tz ?? 'UTC',
    locale: locale ?? 'en-US',
    isAdmin: isAdmin ?? false,
    isBot: false,
    deactivated: false,
  };
}
