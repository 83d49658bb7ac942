import type { Transaction } from '../../database/index.js';
import { mayAdminister, type OwnChoice, ownChoice } from '../../domain/access/administration.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';

/** An admin in Slack or the operator at the command line, who changes cycles and settings. */
export type Administrator = { personId: string } | { operator: string };

type Reading = Pick<Context['db'], 'person'> | Transaction;

interface AdminQuestion {
  workspaceId: string;
  by: Administrator;
}

/**
 * Throws UserFacingError for everybody but an admin of today and an operator. Must be asked at every
 * use, and where something is changed in the transaction that changes it.
 */
export async function requireAdmin(db: Reading, { workspaceId, by }: AdminQuestion): Promise<void> {
  if ('operator' in by) return;
  const person = await db.person.findFirst({
    where: { id: by.personId, workspaceId },
    select: { isAdmin: true, isBot: true, leftAt: true },
  });
  const known = person && {
    isAdmin: person.isAdmin,
    active: person.leftAt === null && !person.isBot,
  };
  if (mayAdminister(known ?? undefined)) return;
  throw new UserFacingError('Only admins can do that, and you are none now. Nothing is changed.');
}

/**
 * Locks a workspace until the transaction ends, so that changes of its cycles and settings come one
 * after the other, and asks `requireAdmin` then.
 */
export async function lockForAdmin(tx: Transaction, question: AdminQuestion): Promise<void> {
  const { workspaceId } = question;
  await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  await requireAdmin(tx, question);
}

/** Returns how this person may choose their own role and manager, by the workspace's setting. */
export async function readOwnChoice(
  db: Reading,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<OwnChoice> {
  const person = await db.person.findFirst({
    where: { id: personId, workspaceId },
    select: { isAdmin: true, workspace: { select: { rolesSetBy: true } } },
  });
  return person ? ownChoice({ isAdmin: person.isAdmin, ...person.workspace }) : 'not';
}
