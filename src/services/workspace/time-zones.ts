import type { Database } from '../../database/index.js';

/**
 * Returns the time zones of a workspace's people, without those who have left. Each is looked up in
 * the index after the one before, so that it takes a step for each zone and not for each person.
 */
export async function timeZonesOf(
  db: Pick<Database, '$queryRaw'>,
  workspaceId: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE zone AS (
      (
        SELECT time_zone AS name FROM person
        WHERE workspace_id = ${workspaceId}::uuid AND left_at IS NULL
        ORDER BY time_zone LIMIT 1
      )
      UNION ALL
      SELECT (
        SELECT time_zone FROM person
        WHERE workspace_id = ${workspaceId}::uuid AND left_at IS NULL AND time_zone > zone.name
        ORDER BY time_zone LIMIT 1
      ) FROM zone WHERE zone.name IS NOT NULL
    )
    SELECT name FROM zone WHERE name IS NOT NULL`;
  return rows.map(({ name }) => name);
}
