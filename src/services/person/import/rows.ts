import { Prisma, type Transaction } from '../../../database/index.js';
import type { Placement } from '../../../domain/person/placement.js';
import { timeOrderedId } from '../../delivery/index.js';

/** People for each statement: it takes less than a second, and its parameters little memory. */
export const peopleAtOnce = 5000;

/** The fields of a person that an import compares. */
export interface KnownPerson {
  id: string;
  slackUserId: string;
  name: string;
  isBot: boolean;
  leftAt: Date | null;
  roleKey: string | null;
  managerId: string | null;
  inRoleSince: Date | null;
}

/** Everybody of a workspace, by their Slack ids. */
export async function readEverybody(
  transaction: Transaction,
  workspaceId: string,
): Promise<Map<string, KnownPerson>> {
  const everybody = new Map<string, KnownPerson>();
  let after = '';
  for (;;) {
    const page = await transaction.$queryRaw<KnownPerson[]>`
      SELECT id, slack_user_id AS "slackUserId", name, is_bot AS "isBot", left_at AS "leftAt",
        role_key AS "roleKey", manager_id AS "managerId", in_role_since AS "inRoleSince"
      FROM person WHERE workspace_id = ${workspaceId}::uuid AND slack_user_id > ${after}
      ORDER BY slack_user_id LIMIT ${peopleAtOnce}`;
    for (const person of page) everybody.set(person.slackUserId, person);
    if (page.length < peopleAtOnce) return everybody;
    after = page.at(-1)?.slackUserId ?? '';
  }
}

/**
 * Gives people their roles, managers and dates, adding those who are not there; everybody else's
 * manager must be. `idOf` has everybody's id by their Slack id, and gets those who are added.
 */
export async function keepPlaces(
  transaction: Transaction,
  {
    workspaceId,
    placements,
    at,
  }: { workspaceId: string; placements: readonly Placement[]; at: Date },
  idOf: Map<string, string>,
): Promise<void> {
  const wanted = placements.map(({ slackUserId, roleKey, managerSlackUserId, inRoleSince }) => ({
    slack_user_id: slackUserId,
    role_key: roleKey ?? null,
    manager_id: managerSlackUserId === undefined ? null : idOf.get(managerSlackUserId),
    in_role_since: inRoleSince ?? null,
  }));
  const rows = await transaction.$queryRaw<Added[]>`
    INSERT INTO person (id, workspace_id, slack_user_id, name, role_key, manager_id, in_role_since,
      created_at, welcome_from)
    SELECT ${timeOrderedId}, ${workspaceId}::uuid, slack_user_id, '', role_key, manager_id,
      in_role_since, ${at}, CASE WHEN role_key IS NULL AND manager_id IS NOT NULL THEN ${at}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      AS wanted (slack_user_id text, role_key text, manager_id uuid, in_role_since date)
    ON CONFLICT (workspace_id, slack_user_id) DO UPDATE SET role_key = EXCLUDED.role_key,
      manager_id = EXCLUDED.manager_id, in_role_since = EXCLUDED.in_role_since
    RETURNING ${returned}`;
  for (const { id, slackUserId } of rows) idOf.set(slackUserId, id);
}

/** Adds people of whom only the Slack id is known; their ids are added to `idOf`. */
export async function addUnplaced(
  transaction: Transaction,
  {
    workspaceId,
    slackUserIds,
    at,
  }: { workspaceId: string; slackUserIds: readonly string[]; at: Date },
  idOf: Map<string, string>,
): Promise<void> {
  // A person who was added at the same moment by their own first command is left as they are.
  const rows = await transaction.$queryRaw<Added[]>`
    INSERT INTO person (id, workspace_id, slack_user_id, name, created_at)
    SELECT ${timeOrderedId}, ${workspaceId}::uuid, wanted.slack_user_id, '', ${at}
    FROM unnest(${[...slackUserIds]}::text[]) AS wanted (slack_user_id)
    ON CONFLICT (workspace_id, slack_user_id) DO UPDATE SET slack_user_id = EXCLUDED.slack_user_id
    RETURNING ${returned}`;
  for (const { id, slackUserId } of rows) idOf.set(slackUserId, id);
}

interface Added {
  id: string;
  slackUserId: string;
}

const returned = Prisma.sql`id, slack_user_id AS "slackUserId"`;
