import { type Day, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';

/** Somebody who is no full member of the workspace any more, and whose data are still kept. */
interface Leaver {
  slackUserId: string;
  /** Empty where it was never read from Slack. */
  name: string;
  leftOn: Day;
}

export interface LeaversPage {
  leavers: Leaver[];
  /** Whether there are some who left earlier. */
  hasMore: boolean;
}

/** A row of a window has one block, and Slack takes a hundred. */
const leaversOnAPage = 15;

/** Returns who has left, the latest first. `page`: from 0. For admins. */
export async function listLeavers(
  { db }: Pick<Context, 'db'>,
  { workspaceId, page }: { workspaceId: string; page: number },
): Promise<LeaversPage> {
  const rows = await db.person.findMany({
    where: { workspaceId, isBot: false, leftAt: { not: null } },
    select: { slackUserId: true, name: true, leftAt: true },
    orderBy: [{ leftAt: 'desc' }, { id: 'asc' }],
    skip: page * leaversOnAPage,
    take: leaversOnAPage + 1,
  });
  const leavers = rows.slice(0, leaversOnAPage).map(({ slackUserId, name, leftAt }) => ({
    ...{ slackUserId, name },
    leftOn: dayFromDate(leftAt ?? new Date(0)),
  }));
  return { leavers, hasMore: rows.length > leaversOnAPage };
}
