import { Prisma } from '../../database/index.js';
import type { Cycle } from '../cycle/index.js';

/**
 * SQL of the check-ins that were sent in a cycle and wait for a view, as `isWaitingForView` says: a row
 * each, with the manager of today as `recipient_id`, and `submitted_at`. It begins with the check-ins, so
 * that nobody's reports are looked up one by one.
 */
export function waitingForView({ id }: Pick<Cycle, 'id'>): Prisma.Sql {
  return Prisma.sql`
    SELECT report.manager_id AS recipient_id, check_in.submitted_at
    FROM check_in
    JOIN LATERAL (
      SELECT one.manager_id FROM person AS one
      WHERE one.id = check_in.person_id AND one.left_at IS NULL AND NOT one.is_bot OFFSET 0
    ) AS report ON report.manager_id IS NOT NULL
    WHERE check_in.cycle_id = ${id}::uuid AND check_in.state = 'submitted'
      AND check_in.revealed_at IS NULL
      AND NOT EXISTS (
        SELECT FROM assessment
        WHERE assessment.cycle_id = ${id}::uuid AND assessment.subject_id = check_in.person_id
          AND assessment.author_id = report.manager_id AND assessment.state = 'submitted' OFFSET 0
      )`;
}
