import { type Administrator, requireAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import { peopleOnRoles } from './people.js';
import { type ListedVersion, listVersions } from './versions.js';

/** The version of the ladder that is in use. */
export interface LadderInUse extends ListedVersion {
  name: string;
  roles: number;
  tracks: number;
  competencies: number;
  /** How many people stand on its roles, and how many on one that it doesn't have. */
  people: number;
  lost: number;
}

/** Returns the version in use. Throws UserFacingError for everybody but admins and operators. */
export async function readLadderInUse(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, by }: { workspaceId: string; by: Administrator },
): Promise<LadderInUse> {
  await requireAdmin(context.db, { workspaceId, by });
  const { number, framework } = context.frameworks.current(workspaceId);
  const [versions, on] = await Promise.all([
    listVersions(context, workspaceId),
    peopleOnRoles(context, workspaceId),
  ]);
  const unknown = { number, publishedAt: new Date(0), publishedBy: '', note: '' };
  const { name, roles, tracks, competencies } = framework;
  const keys = new Set(roles.map(({ key }) => key));
  const sumOf = (some: [string, number][]) => some.reduce((sum, [, count]) => sum + count, 0);
  return {
    ...(versions.find((one) => one.number === number) ?? unknown),
    ...{ name, roles: roles.length, tracks: tracks.length, competencies: competencies.length },
    people: sumOf([...on].filter(([key]) => keys.has(key))),
    lost: sumOf([...on].filter(([key]) => !keys.has(key))),
  };
}
