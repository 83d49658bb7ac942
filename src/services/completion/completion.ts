import type { ProblemCounts } from '../../domain/problem/kinds.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle, isLeftOut, nextCycle } from '../cycle/index.js';
import { type LostRole, listLostRoles } from '../person/index.js';
import { countProblems } from '../problem/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';

/** The progress of a workspace's cycle and what is in its way: numbers, without any content. */
export interface Completion {
  /** The open cycle; undefined while none is. */
  cycle: Cycle | undefined;
  next: Cycle | undefined;
  /** People who are there and have a role. */
  participants: number;
  /** Of them, in the open cycle: who has answered something, and so on. Each includes the ones after it. */
  started: number;
  sent: number;
  bothIn: number;
  talked: number;
  problems: ProblemCounts;
  /** Roles that people have and the ladder in use has not. */
  lostRoles: LostRole[];
}

interface Counts {
  participants: number;
  started: number;
  sent: number;
  bothIn: number;
  talked: number;
}

/** An id that no row has. */
const noCycleId = '00000000-0000-0000-0000-000000000000';

/** For admins: to be asked only on their behalf. */
export async function readCompletion(
  context: Pick<Context, 'db' | 'clock' | 'frameworks'>,
  workspaceId: string,
): Promise<Completion> {
  const cycle = await findOpenCycle(context, workspaceId);
  const [next, counts, problems, lostRoles] = await Promise.all([
    cycle ? undefined : nextCycle(context, workspaceId),
    readCounts(context, workspaceId, cycle?.id ?? noCycleId),
    countProblems(context, workspaceId),
    listLostRoles(context, workspaceId),
  ]);
  return { cycle, next, ...counts, problems, lostRoles };
}

async function readCounts(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  cycleId: string,
): Promise<Counts> {
  const today = dayFromDate(clock.now());
  const [counts] = await db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS participants, count(check_in.id) FILTER (WHERE ${isBegunCheckIn})::int AS started,
      count(*) FILTER (WHERE check_in.state = 'submitted')::int AS sent,
      count(check_in.revealed_at)::int AS "bothIn",
      count(conversation.id)::int AS talked
    FROM person
    LEFT JOIN check_in ON check_in.person_id = person.id AND check_in.cycle_id = ${cycleId}::uuid
    LEFT JOIN conversation ON conversation.person_id = person.id
      AND conversation.cycle_id = ${cycleId}::uuid
    WHERE person.workspace_id = ${workspaceId}::uuid AND person.left_at IS NULL
      AND NOT person.is_bot AND person.role_key IS NOT NULL
      AND (check_in.id IS NOT NULL OR NOT ${isLeftOut(cycleId, today)})`;
  return counts ?? { participants: 0, started: 0, sent: 0, bothIn: 0, talked: 0 };
}
