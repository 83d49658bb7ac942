import { findManagersAbove, findRelation, readAboveReadFrom } from '../access/index.js';
import type { Context } from '../context.js';
import type { Reader } from './team.js';

/** The team of a manager below the reader, where the workspace lets managers further up read. */
export interface TeamBelow {
  manager: { slackUserId: string; name: string };
  /** By name, at most forty. */
  reports: (Pick<Reader, 'id' | 'slackUserId'> & { name: string; hasReports: boolean })[];
  /** How many there are besides. */
  more: number;
}

const mostReports = 40;

/** Returns the team of somebody's report or of one further down; undefined where it isn't open to them. */
export async function readTeamBelow(
  { db }: Context,
  {
    workspaceId,
    viewerId,
    managerId,
  }: { workspaceId: string; viewerId: string; managerId: string },
): Promise<TeamBelow | undefined> {
  if (!(await readAboveReadFrom(db, workspaceId))) return undefined;
  const pair = { workspaceId, actorId: viewerId, subjectId: managerId };
  const [{ relation, subject: manager }, above] = await Promise.all([
    findRelation(db, pair),
    findManagersAbove(db, { workspaceId, personId: managerId }),
  ]);
  const isBelow = relation === 'manager' || above.some(({ id }) => id === viewerId);
  if (!manager || manager.leftAt || !isBelow) return undefined;
  const here = { leftAt: null, isBot: false };
  const reports = await db.person.findMany({
    where: { ...here, workspaceId, managerId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, slackUserId: true, name: true, reports: { where: here, take: 1 } },
  });
  return {
    manager,
    reports: reports
      .slice(0, mostReports)
      .map(({ reports: own, ...report }) => ({ ...report, hasReports: own.length > 0 })),
    more: Math.max(0, reports.length - mostReports),
  };
}
