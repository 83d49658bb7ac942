import { managerWhoLeft } from '../../domain/access/relation.js';
import type { Context } from '../context.js';
import type { Place } from './import/outcome.js';
import { lostRoleTitle } from './lost-roles.js';
import { isHere } from './people.js';
import { placeOf } from './place.js';

/** A person as admins and operators see them: their place, and nothing that they wrote. */
export interface PersonCard extends Place {
  id: string;
  slackUserId: string;
  /** Empty while it was never read from Slack. */
  name: string;
  /** False once they are no full member of the Slack workspace any more. */
  active: boolean;
  /** They were a member once. */
  hasLeft: boolean;
  isAdmin: boolean;
  /** What their role was called, where it is no longer on the ladder. */
  lostRole: string | undefined;
  managerName: string | undefined;
  /** Their manager has left the Slack workspace. */
  managerLeft: boolean;
  /** How many people report to them. */
  reports: number;
}

/** Returns the person with this id, or undefined. To be asked on behalf of admins and operators only. */
export async function readPersonCard(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<PersonCard | undefined> {
  const row = await context.db.person.findFirst({
    where: { id: personId, workspaceId },
    include: {
      manager: { select: { slackUserId: true, name: true, leftAt: true } },
      _count: { select: { reports: { where: { leftAt: null, isBot: false } } } },
    },
  });
  if (!row) return undefined;
  const place = placeOf(row);
  const { id, slackUserId, name, isAdmin, manager, _count } = row;
  return {
    ...{ id, slackUserId, name, isAdmin, ...place },
    active: isHere(row),
    hasLeft: row.leftAt !== null && !row.isBot,
    lostRole: await lostRoleTitle(context, { workspaceId, roleKey: place.roleKey }),
    managerName: manager?.name,
    managerLeft: managerWhoLeft({ manager }) !== undefined,
    reports: _count.reports,
  };
}
