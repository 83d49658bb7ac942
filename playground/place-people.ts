import { dateFromDay } from '../src/domain/day.js';
import type { Context } from '../src/services/context.js';
import { findOrAddPerson, rememberProfile } from '../src/services/people.js';
import type { MadeUpPerson } from './made-up-workspace.js';

/** Gives the made-up people their roles, managers and profiles, as an import would. */
export async function placePeople(
  context: Context,
  workspaceId: string,
  people: MadeUpPerson[],
): Promise<void> {
  for (const person of people) {
    await rememberProfile(context, workspaceId, {
      slackUserId: person.id,
      name: person.name,
      timeZone: person.tz ?? 'UTC',
      locale: person.locale ?? 'en-US',
      isAdmin: person.isAdmin ?? false,
      isBot: false,
      deactivated: false,
    });
  }
  for (const { id, role, manager, inRoleSince } of people) {
    const found = await findOrAddPerson(context, { workspaceId, slackUserId: id });
    const managerFound =
      manager && (await findOrAddPerson(context, { workspaceId, slackUserId: manager }));
    await context.db.person.update({
      where: { id: found.id },
      data: {
        roleKey: role ?? null,
        managerId: managerFound ? managerFound.id : null,
        inRoleSince: inRoleSince ? dateFromDay(inRoleSince) : null,
      },
    });
  }
}
