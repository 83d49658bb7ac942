import type { Context } from '../src/services/context.js';
import type { Directory, Profile } from '../src/services/members.js';
import { importPeople } from '../src/services/person/index.js';
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
    directory: directoryOf(people),
  });
  if (!('problems' in imported)) return;
  throw new Error(imported.problems.map(({ message }) => message).join('\n'));
}

function directoryOf(people: MadeUpPerson[]): Directory {
  const profiles = people.map(profileOf);
  return {
    find: async (id) => profiles.find(({ slackUserId }) => slackUserId === id),
    page: async () => ({ profiles, next: undefined }),
  };
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
