import type { Context } from '../context.js';
import type { Cycle } from '../cycle/index.js';
import { isBegunCheckIn } from '../questionnaire/index.js';
import { isAsked } from './cycle-end.js';
import { byManagerAndName } from './order.js';

/** How far somebody came who did not talk about their check-in. */
export type HowFar = 'not_begun' | 'begun' | 'sent' | 'got_view';

/** A person who was asked for a check-in in a cycle and did not come to its end. */
export interface Unfinished {
  slackUserId: string;
  name: string;
  /** Their manager of today, if they have one who is still here. */
  manager: string | undefined;
  howFar: HowFar;
}

interface Row extends Omit<Unfinished, 'manager'> {
  manager: string | null;
}

/** Returns who did not come to the end of a cycle, by manager and name; nothing that anybody wrote. */
export async function listUnfinished(
  { db }: Pick<Context, 'db'>,
  cycle: Pick<Cycle, 'id' | 'workspaceId'>,
): Promise<Unfinished[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT person.slack_user_id AS "slackUserId", person.name, manager.name AS manager,
      CASE WHEN check_in.revealed_at IS NOT NULL THEN 'got_view'
        WHEN check_in.state = 'submitted' THEN 'sent'
        WHEN check_in.state = 'draft' THEN 'begun' ELSE 'not_begun' END AS "howFar"
    FROM person
    LEFT JOIN person AS manager ON manager.id = person.manager_id AND manager.left_at IS NULL
    LEFT JOIN LATERAL (
      SELECT state, revealed_at FROM check_in
      WHERE check_in.cycle_id = ${cycle.id}::uuid AND check_in.person_id = person.id
        AND ${isBegunCheckIn} OFFSET 0
    ) AS check_in ON true
    WHERE ${isAsked(cycle)} AND NOT EXISTS (
      SELECT FROM conversation
      WHERE conversation.cycle_id = ${cycle.id}::uuid AND conversation.person_id = person.id
    )`;
  return rows
    .map(({ manager, ...row }) => ({ ...row, manager: manager ?? undefined }))
    .sort(byManagerAndName);
}
