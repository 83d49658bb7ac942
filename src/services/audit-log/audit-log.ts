import type { Transaction } from '../../database/index.js';
import type { Administrator } from '../access/index.js';
import type { Context } from '../context.js';

/** What an admin or an operator has changed. */
type AuditAction =
  | 'setting'
  | 'cycle_added'
  | 'cycle_moved'
  | 'cycle_closed'
  | 'cycle_cancelled'
  | 'cycle_excluded'
  | 'cycle_included'
  | 'people_imported'
  | 'person_changed'
  | 'person_removed'
  | 'person_erased'
  | 'kept_no_longer';

interface Change {
  workspaceId: string;
  by: Administrator;
  action: AuditAction;
  /** A setting's key, a cycle's name, or a person's Slack id. */
  subject: string;
  /** A setting's value, dates, a number of people, or a role and a manager; nothing that people wrote. */
  before: string;
  after: string;
  at: Date;
}

/** Records a change, in the transaction that makes it. */
export async function recordChange(
  tx: Pick<Transaction, 'auditLogEntry'>,
  { by, ...change }: Change,
): Promise<void> {
  const who = 'operator' in by ? { operator: by.operator } : { actorId: by.personId };
  await tx.auditLogEntry.create({ data: { ...change, ...who } });
}

/** A change as it is listed. */
export interface AuditedChange extends Omit<Change, 'workspaceId' | 'by' | 'action'> {
  action: string;
  /** The admin's name, or the operator's on their machine. */
  by: string;
}

/** Returns the newest changes first. For admins and operators. */
export async function listChanges(
  { db }: Pick<Context, 'db'>,
  { workspaceId, most }: { workspaceId: string; most: number },
): Promise<AuditedChange[]> {
  const rows = await db.auditLogEntry.findMany({
    where: { workspaceId },
    include: { actor: { select: { name: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return rows.map(({ actor, operator, action, subject, before, after, at }) => ({
    ...{ action, subject, before, after, at },
    by: actor ? actor.name : operator,
  }));
}
