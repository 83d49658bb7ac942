import type { Client } from 'pg';
import { type LostRole, lostRolesAdvice, lostRolesText } from '../../services/person/index.js';
import { type Finding, warning } from './finding.js';

/** Finds people whose role isn't among `roles`, the keys of the next start's framework. */
export async function examineRoles(client: Client, roles: readonly string[]): Promise<Finding[]> {
  const { rows } = await client.query<LostRole>(
    `SELECT role_key AS key, count(*)::int AS people FROM person
     WHERE left_at IS NULL AND NOT is_bot AND role_key <> ALL($1)
     GROUP BY role_key ORDER BY count(*) DESC, role_key`,
    [roles],
  );
  if (rows.length === 0) return [];
  return [warning('roles', `${lostRolesText(rows)} ${lostRolesAdvice}`)];
}
