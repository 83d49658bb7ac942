import { dayFromDate } from '../../domain/time/day.js';
import { type Administrator, requireAdmin } from '../access/index.js';
import type { Context } from '../context.js';
import {
  type Cycle,
  findByName,
  findOpenCycle,
  isLeftOut,
  isOutside,
  readCycles,
} from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { isAsked } from './cycle-end.js';
import { byManagerAndName } from './order.js';

/** How far a person is in a cycle, without anything that was written. */
export type StatusState =
  | 'left_out'
  | 'not_begun'
  | 'not_sent'
  | 'waits_for_view'
  | 'both_in'
  | 'talked';

export interface PersonStatus {
  slackUserId: string;
  name: string;
  /** Their manager of today, if they have one who is still here. */
  manager: string | undefined;
  state: StatusState;
}

export interface CycleStatus {
  cycle: Cycle;
  /** Everybody who takes part, by manager and name. */
  people: PersonStatus[];
  counts: Record<StatusState, number>;
}

interface Row extends Omit<PersonStatus, 'manager'> {
  manager: string | null;
  /** The cycle has asked them for a check-in, or they began by themselves. */
  asked: boolean;
}

type WhichCycle = Pick<Cycle, 'id' | 'workspaceId'>;

/**
 * Returns how far everybody is in a cycle: the named one or, without a name, the open one. Throws
 * UserFacingError where there is none, and for everybody but admins and operators.
 */
export async function readStatus(
  context: Pick<Context, 'db' | 'clock'>,
  {
    workspaceId,
    by,
    cycleName,
  }: { workspaceId: string; by: Administrator; cycleName?: string | undefined },
): Promise<CycleStatus> {
  await requireAdmin(context.db, { workspaceId, by });
  const cycle = await findCycle(context, workspaceId, cycleName);
  const people = statusesOf(await readPeople(context, cycle));
  const counts = {
    left_out: 0,
    not_begun: 0,
    not_sent: 0,
    waits_for_view: 0,
    both_in: 0,
    talked: 0,
  };
  for (const { state } of people) counts[state] += 1;
  return { cycle, people, counts };
}

/**
 * Returns those whom a cycle has asked for a check-in and who did not come to its end: talked about it.
 * For admins and operators.
 */
export async function listUnfinished(
  context: Pick<Context, 'db' | 'clock'>,
  cycle: WhichCycle,
): Promise<PersonStatus[]> {
  const rows = await readPeople(context, cycle);
  const unfinished = rows.filter(({ asked, state }) => asked && state !== 'talked');
  // Somebody who was asked and is left out for a while has not begun.
  return statusesOf(
    unfinished.map((row) => (row.state === 'left_out' ? { ...row, state: 'not_begun' } : row)),
  );
}

function statusesOf(rows: readonly Row[]): PersonStatus[] {
  return rows
    .map(({ slackUserId, name, manager, state }) => {
      return { slackUserId, name, manager: manager ?? undefined, state };
    })
    .sort(byManagerAndName);
}

async function findCycle(
  context: Pick<Context, 'db' | 'clock'>,
  workspaceId: string,
  name: string | undefined,
): Promise<Cycle> {
  const cycles = await readCycles(context, workspaceId);
  if (name !== undefined) return findByName(cycles, name);
  const open = await findOpenCycle(context, workspaceId);
  if (open) return open;
  const names = cycles.map((cycle) => cycle.name).join(', ');
  throw new UserFacingError(
    names ? `No cycle is open now. Name one: ${names}.` : 'There is no cycle yet.',
  );
}

/** Those who are here and have a role, and those who have begun although they have none now. */
function readPeople(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  cycle: WhichCycle,
): Promise<Row[]> {
  const today = dayFromDate(clock.now());
  return db.$queryRaw<Row[]>`
    SELECT person.slack_user_id AS "slackUserId", person.name, manager.name AS manager,
      CASE WHEN conversation.id IS NOT NULL THEN 'talked'
        WHEN check_in.revealed_at IS NOT NULL THEN 'both_in'
        WHEN check_in.state = 'submitted' THEN 'waits_for_view'
        WHEN check_in.state = 'draft' THEN 'not_sent'
        WHEN ${isLeftOut(cycle.id, today)} THEN 'left_out' ELSE 'not_begun' END AS state,
      (${isAsked(cycle)}) AS asked
    FROM person
    LEFT JOIN person AS manager ON manager.id = person.manager_id AND manager.left_at IS NULL
    LEFT JOIN LATERAL (
      SELECT state, revealed_at FROM check_in
      WHERE check_in.cycle_id = ${cycle.id}::uuid AND check_in.person_id = person.id
        AND ${isBegunCheckIn} OFFSET 0
    ) AS check_in ON true
    LEFT JOIN conversation ON conversation.cycle_id = ${cycle.id}::uuid
      AND conversation.person_id = person.id
    WHERE person.workspace_id = ${cycle.workspaceId}::uuid AND person.left_at IS NULL
      AND NOT person.is_bot AND (check_in.state IS NOT NULL
        OR person.role_key IS NOT NULL AND NOT ${isOutside(cycle.id)})`;
}
