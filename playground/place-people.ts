import type { Context } from '../src/services/context.js';
import { importPeople } from '../src/services/people-import.js';
import type { MadeUpPerson } from './made-up-workspace.js';

/** Imports the made-up people: roles, managers and profiles. Throws if an import would refuse them. */
export async function placePeople(
  context: Context,
  workspaceId: string,
  people: MadeUpPerson[],
): Promise<void> {
  const imported = await importPeople(context, {
    workspaceId,
    rows: people.map(({ id, role = '', manager = '', inRoleSince = '' }, place) => ({
      line: place + 1,
      slackUserId: id,
      role,
      managerSlackUserId: manager,
      startedOn: inRoleSince,
    })),
    directory: { find: async (id) => profileOf(people.find((person) => person.id === id)) },
  });
  if (!('problems' in imported)) return;
  throw new Error(imported.problems.map(({ message }) => message).join('\n'));
}

function profileOf(person: MadeUpPerson | undefined) {
  return (
    person && {
      slackUserId: person.id,
      name: person.name,
      timeZone: person.tz ?? 'UTC',
      locale: person.locale ?? 'en-US',
      isAdmin: person.isAdmin ?? false,
      isBot: false,
      deactivated: false,
    }
  );
}
