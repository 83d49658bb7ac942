import type { Blueprint } from './shape.js';
import { idOf, sharesIn } from './sql.js';

/** A step of a past cycle: its recipients, the day, and when it had nothing to send. */
interface PastStep {
  kind: 'invitation' | 'reminder' | 'digest';
  step: string;
  /** Days after the cycle opened. */
  day: number;
  /** SQL for the reason why nothing was sent; NULL where it was sent. */
  silent: string;
}

const submitted = "CASE WHEN progress >= 2 THEN 'submitted' END";
const nothingToDo = "CASE WHEN k % 3 = 0 THEN 'nothing_to_do' END";

const steps: PastStep[] = [
  { kind: 'invitation', step: 'opens', day: 0, silent: 'NULL' },
  { kind: 'reminder', step: 'day-14', day: 7, silent: submitted },
  { kind: 'reminder', step: 'day-9', day: 12, silent: submitted },
  { kind: 'reminder', step: 'day-7', day: 14, silent: submitted },
  { kind: 'digest', step: 'day-14', day: 7, silent: 'NULL' },
  { kind: 'digest', step: 'day-7', day: 14, silent: 'NULL' },
  { kind: 'digest', step: 'day-1', day: 20, silent: 'NULL' },
  { kind: 'digest', step: 'week-1', day: 28, silent: nothingToDo },
  { kind: 'digest', step: 'week-2', day: 35, silent: nothingToDo },
  { kind: 'digest', step: 'week-3', day: 42, silent: nothingToDo },
];

/**
 * Returns SQL for the plan's messages: all steps of the past cycles, and the invitations of the
 * open one. Keys are the same as the product's.
 */
export function plannedDeliveries(blueprint: Blueprint, cycle: number): string {
  const { workspaceId, managers } = blueprint;
  const rows = steps
    .map(({ kind, step, day, silent }, position) => {
      const whom = kind === 'digest' ? `n <= ${managers}` : 'true';
      const when = kind === 'invitation' ? 'true' : 'NOT is_open';
      return `SELECT k * 16 + ${position} AS number, cycle_id, person_id, '${kind}' AS kind,
        '${step}' AS step, opens_on + ${day} AS day, ${silent}::text AS reason
        FROM ${sharesIn(cycle)} WHERE ${whom} AND ${when}`;
    })
    .join(' UNION ALL ');
  return `
    INSERT INTO delivery (id, workspace_id, key, kind, recipient_id, cycle_id, step, state, due_at,
      sent_at, attempts, slack_channel_id, slack_ts, reason, created_at)
    SELECT ${idOf('delivery', 'number', blueprint)}, '${workspaceId}',
      kind || ':' || cycle_id || ':' || person_id || ':' || step, kind, person_id, cycle_id, step,
      (CASE WHEN reason IS NULL THEN 'sent' ELSE 'obsolete' END)::"DeliveryState", at,
      CASE WHEN reason IS NULL THEN at END, CASE WHEN reason IS NULL THEN 1 ELSE 0 END,
      CASE WHEN reason IS NULL THEN 'D' || number END,
      CASE WHEN reason IS NULL THEN number || '.000100' END, reason, at
    FROM (
      SELECT *, (day + time '10:00') AT TIME ZONE 'UTC' AS at FROM (${rows}) AS step
    ) AS planned`;
}

/** Returns SQL for the briefs that a reveal sent to both. */
export function briefDeliveries(blueprint: Blueprint, cycle: number): string {
  const { workspaceId } = blueprint;
  return `
    INSERT INTO delivery (id, workspace_id, key, kind, recipient_id, subject_id, cycle_id, step,
      state, due_at, sent_at, attempts, slack_channel_id, slack_ts, created_at)
    SELECT ${idOf('delivery', 'number', blueprint)}, '${workspaceId}',
      'brief:' || cycle_id || ':' || recipient_id || ':reveal:' || person_id, 'brief',
      recipient_id, person_id, cycle_id, 'reveal', 'sent', at, at, 1, 'D' || number,
      number || '.000200', at
    FROM (
      SELECT k * 16 + 14 + side AS number, cycle_id, person_id,
        CASE side WHEN 0 THEN person_id ELSE manager_id END AS recipient_id,
        (opens_on + 6 + time '12:00') AT TIME ZONE 'UTC' AS at
      FROM ${sharesIn(cycle)} CROSS JOIN generate_series(0, 1) AS side WHERE progress >= 3
    ) AS brief`;
}
