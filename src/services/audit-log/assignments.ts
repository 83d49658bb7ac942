import type { Transaction } from '../../database/index.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { AuditAction, Change } from './audit-log.js';

/** Somebody's role, its first day, and their manager's id, as the person's row has them. */
interface Assigned {
  roleKey: string | null;
  inRoleSince: Date | null;
  managerId: string | null;
}

/** `before` is undefined for somebody new. */
interface AssignmentChange {
  personId: string;
  before: Assigned | undefined;
  after: Assigned;
}

const parts: readonly [AuditAction, (assigned: Assigned) => string][] = [
  ['role', ({ roleKey }) => roleKey ?? ''],
  ['in_role_since', ({ inRoleSince }) => (inRoleSince ? dayFromDate(inRoleSince) : '')],
  ['manager', ({ managerId }) => managerId ?? ''],
];

const nothing: Assigned = { roleKey: null, inRoleSince: null, managerId: null };

/**
 * Records what has changed of people's roles and managers, in the transaction that changes it: an entry
 * for each part that is another one now.
 */
export async function recordAssignments(
  tx: Pick<Transaction, '$executeRaw'>,
  { workspaceId, by, at }: Pick<Change, 'workspaceId' | 'by' | 'at'>,
  changes: readonly AssignmentChange[],
): Promise<void> {
  const rows = changes.flatMap(({ personId, before = nothing, after }) =>
    parts.flatMap(([action, textOf]) => {
      const [was, is] = [textOf(before), textOf(after)];
      return was === is ? [] : [{ person_id: personId, action, before: was, after: is }];
    }),
  );
  if (rows.length === 0) return;
  const [actorId, operator] = 'operator' in by ? [null, by.operator] : [by.personId, ''];
  await tx.$executeRaw`
    INSERT INTO audit_log_entry
      (id, workspace_id, actor_id, operator, action, subject, person_id, before, after, at)
    SELECT gen_random_uuid(), ${workspaceId}::uuid, ${actorId}::uuid, ${operator}, action, '',
      person_id, before, after, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS changed (person_id uuid, action text, before text, after text)`;
}
