import { Prisma } from '../../database/index.js';
import { managerCircles } from '../../domain/person/manager-circles.js';
import { dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { findOpenCycle, isLeftOut } from '../cycle/index.js';
import { needsOperator, refusesPerson } from '../delivery/index.js';

/** Of a row of `person`, or of another name for it: is a member of the workspace. */
const isHere = Prisma.sql`person.left_at IS NULL AND NOT person.is_bot`;

/** An id that no row has. */
const noId = '00000000-0000-0000-0000-000000000000';

/**
 * The statement that finds all problems of a workspace: a row each, with `kind`, `person_id` and, for a
 * message, `delivery_id`. People who are left out of the open cycle lack nothing in it.
 */
export async function problemsFound(
  context: Pick<Context, 'db' | 'clock' | 'frameworks'>,
  workspaceId: string,
): Promise<Prisma.Sql> {
  const { db, clock, frameworks } = context;
  const [open, inCircles, top] = await Promise.all([
    findOpenCycle(context, workspaceId),
    peopleInCircles(db, workspaceId),
    findTop(db, workspaceId),
  ]);
  const roles = frameworks.current(workspaceId).framework.roles.map(({ key }) => key);
  const ours = Prisma.sql`person.workspace_id = ${workspaceId}::uuid AND ${isHere}`;
  const asked = Prisma.sql`${ours} AND NOT ${isLeftOut(open?.id ?? noId, dayFromDate(clock.now()))}`;
  const about = (kind: string) =>
    Prisma.sql`SELECT ${kind}::text AS kind, person.id AS person_id, NULL::uuid AS delivery_id FROM person`;
  const message = Prisma.sql`FROM delivery JOIN person ON person.id = delivery.recipient_id`;
  return Prisma.sql`
    ${about('no_role')} WHERE ${asked} AND person.role_key IS NULL
    UNION ALL
    ${about('role_gone')} WHERE ${ours} AND person.role_key <> ALL(${roles})
    UNION ALL
    ${about('no_manager')} WHERE ${asked} AND person.role_key IS NOT NULL AND person.manager_id IS NULL
      AND person.id <> ${top ?? noId}::uuid
    UNION ALL
    ${about('manager_gone')} JOIN person AS manager ON manager.id = person.manager_id
      WHERE ${asked} AND person.role_key IS NOT NULL AND manager.left_at IS NOT NULL
    UNION ALL
    ${about('circle')} WHERE ${ours} AND person.id = ANY(${inCircles}::uuid[])
    UNION ALL
    SELECT 'unreachable', person_id, id FROM (
      SELECT DISTINCT ON (person.id) person.id AS person_id, delivery.id ${message}
      WHERE ${ours} AND ${refusesPerson} ORDER BY person.id, delivery.id DESC
    ) AS refused
    UNION ALL
    SELECT 'failed', person.id, delivery.id ${message}
    WHERE ${ours} AND ${needsOperator} AND NOT ${refusesPerson}`;
}

/** Reads who reports to whom, which is two ids a person, and walks it. */
async function peopleInCircles(db: Context['db'], workspaceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; managerId: string }[]>`
    SELECT person.id, manager_id AS "managerId" FROM person
    WHERE person.workspace_id = ${workspaceId}::uuid AND ${isHere} AND manager_id IS NOT NULL`;
  const managers = new Map(rows.map(({ id, managerId }) => [id, managerId]));
  return managerCircles(managers, managers.keys()).flat();
}

/**
 * Returns the id of the one at the top: the only person with reports and without a manager. Undefined
 * where there are several, of whom somebody lacks one.
 */
async function findTop(db: Context['db'], workspaceId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person.id FROM person
    WHERE person.workspace_id = ${workspaceId}::uuid AND ${isHere} AND person.manager_id IS NULL
      AND EXISTS (
        SELECT FROM person AS report
        WHERE report.workspace_id = person.workspace_id AND report.manager_id = person.id
          AND report.left_at IS NULL AND NOT report.is_bot
      )
    LIMIT 2`;
  return rows.length === 1 ? rows[0]?.id : undefined;
}
