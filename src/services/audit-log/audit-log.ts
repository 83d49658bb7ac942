import type { Transaction } from '../../database/index.js';
import type { Administrator } from '../access/index.js';

/** What an admin, an operator or, of themselves, a person has changed. */
export type AuditAction =
  | 'setting'
  | 'cycle_added'
  | 'cycle_moved'
  | 'cycle_closed'
  | 'cycle_cancelled'
  | 'cycle_excluded'
  | 'cycle_included'
  | 'ladder_published'
  | 'people_imported'
  | 'person_erased'
  | 'person_readmitted'
  | 'person_exported'
  | 'nudged'
  | 'sent_early'
  | 'message_sent_again'
  | 'message_dropped'
  | 'messages_dropped'
  | 'kept_no_longer'
  | 'person_removed'
  | 'role'
  | 'in_role_since'
  | 'manager';

export interface Change {
  workspaceId: string;
  by: Administrator;
  action: AuditAction;
  /** A setting's key, a cycle's name or a kind of message; empty where it is about a person. */
  subject: string;
  personId?: string | undefined;
  /** A setting's value, dates, a number, such as that of a version of the ladder, or a message's kind; nothing that people wrote. */
  before: string;
  after: string;
  at: Date;
}

/** Records a change that is no part of somebody's assignment, in the transaction that makes it. */
export async function recordChange(
  tx: Pick<Transaction, 'auditLogEntry'>,
  { by, ...change }: Change,
): Promise<void> {
  const who = 'operator' in by ? { operator: by.operator } : { actorId: by.personId };
  await tx.auditLogEntry.create({ data: { ...change, ...who } });
}
