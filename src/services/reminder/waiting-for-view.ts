import { Prisma } from '../../database/index.js';
import type { Cycle } from '../cycle/index.js';

/**
 * Of a row of `person`: whether a check-in that a report of theirs sent in a cycle waits for their view,
 * as `isWaitingForView` says; with a further condition on the row of `check_in`.
 */
export function hasWaitingForView(
  { id, workspaceId }: Pick<Cycle, 'id' | 'workspaceId'>,
  further: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM person AS report
    JOIN check_in ON check_in.cycle_id = ${id}::uuid AND check_in.person_id = report.id
    WHERE report.workspace_id = ${workspaceId}::uuid AND report.manager_id = person.id
      AND report.left_at IS NULL AND NOT report.is_bot
      AND check_in.state = 'submitted' AND check_in.revealed_at IS NULL
      AND NOT EXISTS (
        SELECT FROM assessment
        WHERE assessment.cycle_id = ${id}::uuid AND assessment.subject_id = report.id
          AND assessment.author_id = person.id AND assessment.state = 'submitted' OFFSET 0
      )
      AND ${further}
    OFFSET 0
  )`;
}
