import type { Transaction } from '../database/index.js';
import type { Placement } from '../domain/people-placement.js';

/** Gives people who are here their roles, managers and dates, in one statement. */
export async function keepPlaces(
  transaction: Transaction,
  { workspaceId, placements }: { workspaceId: string; placements: readonly Placement[] },
): Promise<void> {
  const given = JSON.stringify(
    placements.map(({ slackUserId, roleKey, managerSlackUserId, inRoleSince }) => ({
      slack_user_id: slackUserId,
      role_key: roleKey ?? null,
      manager: managerSlackUserId ?? null,
      in_role_since: inRoleSince ?? null,
    })),
  );
  await transaction.$executeRaw`
    UPDATE person SET role_key = given.role_key, manager_id = manager.id,
      in_role_since = given.in_role_since
    FROM jsonb_to_recordset(${given}::jsonb)
      AS given (slack_user_id text, role_key text, manager text, in_role_since date)
    LEFT JOIN person AS manager
      ON manager.workspace_id = ${workspaceId}::uuid AND manager.slack_user_id = given.manager
    WHERE person.workspace_id = ${workspaceId}::uuid AND person.slack_user_id = given.slack_user_id`;
}
