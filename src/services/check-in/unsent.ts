import type { Context } from '../context.js';
import { findOpenCycle } from '../open-cycle/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';

/** A check-in in which something is answered and which its cycle's end left unsent. */
export interface UnsentCheckIn {
  id: string;
  cycleName: string;
}

const most = 4;

/** Returns a person's unsent check-ins of cycles that are over, the latest first, four at most. */
export async function listUnsent(
  context: Context,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<UnsentCheckIn[]> {
  const open = await findOpenCycle(context, workspaceId);
  return context.db.$queryRaw<UnsentCheckIn[]>`
    SELECT check_in.id, cycle.name AS "cycleName"
    FROM check_in JOIN cycle ON cycle.id = check_in.cycle_id
    WHERE check_in.workspace_id = ${workspaceId}::uuid
      AND check_in.person_id = ${personId}::uuid AND check_in.state = 'draft'
      AND cycle.id IS DISTINCT FROM ${open?.id ?? null}::uuid AND ${isBegunCheckIn}
    ORDER BY cycle.review_on DESC LIMIT ${most}`;
}
