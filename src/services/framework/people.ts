import type { Context } from '../context.js';

/** Returns how many active people stand on each role, by its key. */
export async function peopleOnRoles(
  { db }: Pick<Context, 'db'>,
  workspaceId: string,
): Promise<Map<string, number>> {
  const rows = await db.person.groupBy({
    by: ['roleKey'],
    where: { workspaceId, leftAt: null, isBot: false, roleKey: { not: null } },
    _count: true,
  });
  return new Map(rows.map(({ roleKey, _count }) => [roleKey ?? '', _count]));
}
