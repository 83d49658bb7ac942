import { createHmac, randomBytes } from 'node:crypto';
import type { Transaction } from '../../database/index.js';
import type { Context } from '../context.js';

type Reading = Pick<Context['db'], 'erasedPerson'> | Pick<Transaction, 'erasedPerson'>;

/** Somebody in Slack, of whom nothing may be kept. */
interface WhoWasErased {
  workspaceId: string;
  slackUserId: string;
}

/**
 * Returns those of these Slack ids whose people were erased, and when. Ids are compared by their hashes:
 * the list has no id in it.
 */
export async function erasedAmong(
  db: Reading,
  workspaceId: string,
  slackUserIds: readonly string[],
): Promise<Map<string, Date>> {
  const salts = await db.erasedPerson.findMany({
    where: { workspaceId },
    distinct: ['salt'],
    select: { salt: true },
  });
  const found = new Map<string, Date>();
  for (const { salt } of salts) {
    const idOf = new Map(slackUserIds.map((id) => [hashOf(id, salt), id]));
    const rows = await db.erasedPerson.findMany({
      where: { workspaceId, salt, ...(idOf.size < 1000 && { hash: { in: [...idOf.keys()] } }) },
      select: { hash: true, erasedAt: true },
    });
    for (const { hash, erasedAt } of rows) {
      const id = idOf.get(hash);
      if (id !== undefined) found.set(id, erasedAt);
    }
  }
  return found;
}

/** Returns whether this person was erased, and has not been let in again since. */
export async function isErased(
  db: Reading,
  { workspaceId, slackUserId }: WhoWasErased,
): Promise<boolean> {
  return (await erasedAmong(db, workspaceId, [slackUserId])).size > 0;
}

/** Puts a person on the list, in the transaction that erases them. */
export async function noteErased(
  tx: Pick<Transaction, 'erasedPerson'>,
  { workspaceId, slackUserId }: WhoWasErased,
  erasedAt: Date,
): Promise<void> {
  const known = await tx.erasedPerson.findFirst({ where: { workspaceId }, select: { salt: true } });
  const salt = known?.salt ?? randomBytes(32).toString('hex');
  await tx.erasedPerson.createMany({
    data: [{ workspaceId, salt, hash: hashOf(slackUserId, salt), erasedAt }],
    skipDuplicates: true,
  });
}

/**
 * Takes a person off the list, so that they can begin anew. Returns false where they were not on it.
 */
export async function readmit(
  { db }: { db: Reading },
  { workspaceId, slackUserId }: WhoWasErased,
): Promise<boolean> {
  const salts = await db.erasedPerson.findMany({
    where: { workspaceId },
    distinct: ['salt'],
    select: { salt: true },
  });
  const hashes = salts.map(({ salt }) => hashOf(slackUserId, salt));
  const { count } = await db.erasedPerson.deleteMany({
    where: { workspaceId, hash: { in: hashes } },
  });
  return count > 0;
}

function hashOf(slackUserId: string, salt: string): string {
  return createHmac('sha256', salt).update(slackUserId).digest('hex');
}
