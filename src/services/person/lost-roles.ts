import type { Database } from '../../database/index.js';
import { indexOf } from '../../domain/role/position.js';
import type { Context } from '../context.js';
import type { Person } from './people.js';

/** A role that people have and the ladder in use has not. */
export interface LostRole {
  key: string;
  people: number;
}

/**
 * Returns the roles of active people that the current framework doesn't have, the most frequent
 * first. What is pinned to an earlier version, such as a check-in that has begun, keeps it.
 */
export async function listLostRoles(
  { db, frameworks }: Pick<Context, 'db' | 'frameworks'>,
  workspaceId: string,
): Promise<LostRole[]> {
  const known = frameworks.current(workspaceId).framework.roles.map(({ key }) => key);
  return db.$queryRaw<LostRole[]>`
    SELECT role_key AS key, count(*)::int AS people FROM person
    WHERE workspace_id = ${workspaceId}::uuid AND left_at IS NULL AND NOT is_bot
      AND role_key <> ALL(${known})
    GROUP BY role_key ORDER BY count(*) DESC, role_key`;
}

/**
 * Returns the title of a person's role if the current framework doesn't have it any more; else
 * undefined. A role that is unknown here may have come with a version that another instance has
 * published just now: then that version is the current one afterwards.
 */
export async function lostRoleTitle(
  { db, frameworks }: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, roleKey }: Pick<Person, 'workspaceId' | 'roleKey'>,
): Promise<string | undefined> {
  if (roleKey === undefined) return undefined;
  const isKnown = () => indexOf(frameworks.current(workspaceId).framework).role(roleKey);
  if (isKnown()) return undefined;
  await frameworks.refresh(workspaceId);
  if (isKnown()) return undefined;
  return (await titleBefore(db, workspaceId, roleKey)) ?? roleKey;
}

/** From the newest version of the ladder that has the role. */
async function titleBefore(
  db: Database,
  workspaceId: string,
  roleKey: string,
): Promise<string | undefined> {
  const [row] = await db.$queryRaw<{ title: string }[]>`
    SELECT role->>'title' AS title
    FROM framework_version, jsonb_path_query(document, '$.roles[*]') AS role
    WHERE workspace_id = ${workspaceId}::uuid AND role->>'key' = ${roleKey}
    ORDER BY number DESC LIMIT 1`;
  return row?.title;
}

const mostKeys = 20;

/**
 * Formats "304 people stand on 2 roles that are no longer on the ladder: associate (200), manager
 * (104)."
 */
export function lostRolesText(lost: readonly LostRole[]): string {
  const people = lost.reduce((sum, one) => sum + one.people, 0);
  const who = people === 1 ? '1 person stands' : `${people} people stand`;
  const roles = lost.length === 1 ? 'a role that is' : `${lost.length} roles that are`;
  const keys = lost.slice(0, mostKeys).map((one) => `${one.key} (${one.people})`);
  const more = lost.length > mostKeys ? ` and ${lost.length - mostKeys} more` : '';
  return `${who} on ${roles} no longer on the ladder: ${keys.join(', ')}${more}.`;
}

export const lostRolesAdvice = 'Import people with other roles, or bring the roles back.';
