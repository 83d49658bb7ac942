import type { Context } from '../context.js';
import { erasedAmong, readmit } from '../erased/index.js';
import { erasePerson } from './erase.js';

/** So many people are compared with the list at a time. */
const pageSize = 1000;

/**
 * Erases everybody again who is on the list of erased people, as after a restore of a backup that was
 * made before. A person who came after their erasure was let in again, and stays. Returns how many were
 * erased. A second call erases nobody.
 */
export async function eraseAgain(context: Context, by: { operator: string }): Promise<number> {
  const { db } = context;
  let count = 0;
  for (const { id: workspaceId } of await db.workspace.findMany({ select: { id: true } })) {
    let after = '';
    for (;;) {
      const people = await db.person.findMany({
        where: { workspaceId, slackUserId: { gt: after } },
        select: { slackUserId: true, createdAt: true },
        orderBy: { slackUserId: 'asc' },
        take: pageSize,
      });
      const ids = people.map(({ slackUserId }) => slackUserId);
      const erased = await erasedAmong(db, workspaceId, ids);
      for (const { slackUserId, createdAt } of people) {
        const erasedAt = erased.get(slackUserId);
        if (!erasedAt) continue;
        if (createdAt > erasedAt) await readmit(context, { workspaceId, slackUserId });
        else {
          await erasePerson(context, { workspaceId, by, slackUserId });
          count += 1;
        }
      }
      if (people.length < pageSize) break;
      after = ids.at(-1) ?? '';
    }
  }
  return count;
}
