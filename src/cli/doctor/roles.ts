import type { Client } from 'pg';
import { type LostRole, lostRolesAdvice, lostRolesText } from '../../services/person/index.js';
import { type Finding, look } from './finding.js';

/** The roles of people that the ladder of the next start doesn't have; `roles`: its keys. */
export async function examineRoles(client: Client, roles: readonly string[]): Promise<Finding[]> {
  const { rows } = await client.query<LostRole>(
    `SELECT role_key AS key, count(*)::int AS people FROM person
     WHERE left_at IS NULL AND NOT is_bot AND role_key <> ALL($1)
     GROUP BY role_key ORDER BY count(*) DESC, role_key`,
    [roles],
  );
  if (rows.length === 0) return [];
  return [look('roles', `${lostRolesText(rows)} ${lostRolesAdvice}`)];
}
