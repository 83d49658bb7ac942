import { Prisma } from '../../database/index.js';
import { nextInWindow } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { recording } from '../delivery/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { timeZonesOf } from '../workspace/index.js';
import { planKinds } from './kinds.js';
import type { PlanInput } from './planning.js';
import { pageSize } from './planning-pages.js';

/** The step of the message that people get when they have become known. */
export const welcomeStep = 'known';

/** After a month nobody is a newcomer. */
const lifeDays = 30;

/**
 * Records a message for everybody who has become known and has no role, in their working hours, a page of
 * people at a time; people who have one need none. Nobody is recorded twice: in the statement that records
 * them they stop waiting for it. Without any cycle no message can be filed, and they wait.
 */
export async function planWelcomes(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { workspaceId, signal }: PlanInput,
): Promise<void> {
  const at = clock.now();
  const waiting = await db.person.findFirst({
    where: { workspaceId, welcomeFrom: { not: null } },
    select: { id: true },
  });
  if (!waiting) return;
  const cycleId = await cycleToFileUnder(db, { workspaceId, at });
  if (cycleId === undefined) return;
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const zones = (await timeZonesOf(db, workspaceId)).map((name) => ({
    name,
    due: nextInWindow(at, name, workspace) ?? at,
  }));
  let count = 0;
  do {
    const [page] = await db.$queryRaw<{ count: number }[]>`
      WITH page AS (
        SELECT id, role_key, time_zone FROM person
        WHERE workspace_id = ${workspaceId}::uuid AND welcome_from IS NOT NULL
        ORDER BY id LIMIT ${pageSize} FOR NO KEY UPDATE
      ), welcomed AS (
        UPDATE person SET welcome_from = NULL FROM page WHERE person.id = page.id
      ), recorded AS (
        ${recording(Prisma.sql`
          SELECT ${workspaceId}::uuid AS workspace_id, ${planKinds.newcomer.kind}::text AS kind,
            ${cycleId}::uuid AS cycle_id, page.id AS recipient_id, NULL::uuid AS subject_id,
            ${welcomeStep}::text AS step, NULL::text AS key_step,
            coalesce(zone.due, ${at}::timestamptz) AS due_at,
            ${at}::timestamptz + make_interval(days => ${lifeDays}::int) AS expires_at,
            NULL::text AS silent_because
          FROM page LEFT JOIN jsonb_to_recordset(${JSON.stringify(zones)}::jsonb)
            AS zone (name text, due timestamptz) ON zone.name = page.time_zone
          WHERE page.role_key IS NULL`)}
      )
      SELECT count(*)::int AS count FROM page`;
    count = page?.count ?? 0;
  } while (count === pageSize && !signal?.aborted);
}
