import { type Database, Prisma, type Transaction } from '../../database/index.js';

/**
 * Works out who is an admin: the people on the workspace's list while one of them is still here, else
 * Slack's owners and admins. `personIds`: whose profiles were read; everybody where it is left out.
 */
export async function refreshAdmins(
  tx: Pick<Transaction, '$executeRaw' | '$queryRaw'>,
  { workspaceId, personIds }: { workspaceId: string; personIds?: readonly string[] },
): Promise<void> {
  const [list] = await tx.$queryRaw<{ ids: string[]; isUsed: boolean }[]>`
    SELECT workspace.admin_ids::text[] AS ids, EXISTS (
      SELECT FROM person WHERE person.id = ANY(workspace.admin_ids)
        AND person.workspace_id = workspace.id AND person.left_at IS NULL AND NOT person.is_bot
    ) AS "isUsed"
    FROM workspace WHERE id = ${workspaceId}::uuid`;
  if (!list) return;
  // Whether the list counts may follow from one of them, and then it does for everybody.
  const isListed = personIds?.some((id) => list.ids.includes(id)) ?? true;
  const which = isListed ? Prisma.empty : Prisma.sql`AND id = ANY(${personIds}::uuid[])`;
  const wanted = list.isUsed
    ? Prisma.sql`(id = ANY(${list.ids}::uuid[]))`
    : Prisma.sql`is_slack_admin`;
  await tx.$executeRaw`
    UPDATE person SET is_admin = ${wanted}
    WHERE workspace_id = ${workspaceId}::uuid AND is_admin <> ${wanted} ${which}`;
}

/** A company may have a hundred owners and admins in Slack, of whom a few run its reviews. */
const mostNotified = 20;

/**
 * Returns the ids of the admins who get messages as admins: those on the workspace's list or, where it
 * has none, Slack's owners and admins; of more than twenty, those who have been known longest.
 */
export async function adminsToNotify(
  db: Pick<Database, 'person'> | Transaction,
  workspaceId: string,
): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { workspaceId, isAdmin: true, leftAt: null, isBot: false },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: mostNotified,
  });
  return rows.map(({ id }) => id);
}
