import type { Context } from '../context.js';

/** A manager further up a person's line. */
export interface ManagerAbove {
  id: string;
  slackUserId: string;
  name: string;
}

/**
 * Returns the managers above a person's direct manager, the nearest first. The line ends at somebody
 * who has left, and at a circle.
 */
export function findManagersAbove(
  db: Pick<Context['db'], '$queryRaw'>,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<ManagerAbove[]> {
  return db.$queryRaw<ManagerAbove[]>`
    WITH RECURSIVE line (id, manager_id, slack_user_id, name, path) AS (
      SELECT id, manager_id, slack_user_id, name, ARRAY[id] FROM person
      WHERE id = ${personId}::uuid AND workspace_id = ${workspaceId}::uuid
      UNION ALL
      SELECT person.id, person.manager_id, person.slack_user_id, person.name, path || person.id
      FROM line JOIN person ON person.id = line.manager_id
      WHERE person.left_at IS NULL AND NOT person.is_bot AND NOT person.id = ANY(path)
    )
    SELECT id, slack_user_id AS "slackUserId", name FROM line
    WHERE cardinality(path) > 2 ORDER BY cardinality(path)`;
}

/** Returns since when managers further up read what is given from then on; undefined: they read nothing. */
export async function readAboveReadFrom(
  db: Pick<Context['db'], 'workspace'>,
  workspaceId: string,
): Promise<Date | undefined> {
  const where = { id: workspaceId };
  const workspace = await db.workspace.findUnique({ where, select: { aboveReadFrom: true } });
  return workspace?.aboveReadFrom ?? undefined;
}
