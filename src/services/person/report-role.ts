import type { Transaction } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { ownChoice } from '../../domain/access/administration.js';
import type { Day } from '../../domain/time/day.js';
import { findRelation } from '../access/index.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';
import { assign } from './assigning.js';
import { lostRoleTitle } from './lost-roles.js';
import { isHere } from './people.js';
import { isSamePlace, placeOf, readPlacedPerson } from './place.js';

/** A manager and one of their reports. */
interface Ref {
  workspaceId: string;
  managerId: string;
  reportId: string;
}

/** A report's role, for the form in which their manager sets it. */
export interface OpenedReport {
  id: string;
  name: string;
  slackUserId: string;
  roleKey: string | undefined;
  inRoleSince: Day | undefined;
  /** What the role was called, where it is no longer on the ladder. */
  lostRole: string | undefined;
}

/** Returns a report's role; or the admins to ask, where these alone set roles. Throws as `setReportRole`. */
export async function openReportPlace(
  context: Context,
  ref: Ref,
): Promise<{ report: OpenedReport } | { adminsToAsk: string[] }> {
  const { workspaceId, reportId: personId } = ref;
  if (!(await maySetRoles(context.db, ref))) {
    const admins = await context.db.person.findMany({
      where: { workspaceId, isAdmin: true, leftAt: null, isBot: false },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { slackUserId: true },
      take: 5,
    });
    return { adminsToAsk: admins.map(({ slackUserId }) => slackUserId) };
  }
  await requireReport(context.db, ref);
  const person = await readPlacedPerson(context.db, { workspaceId, personId });
  if (!person) throw notTheManager();
  const { id, name, slackUserId } = person;
  const { roleKey, inRoleSince } = placeOf(person);
  const lostRole = await lostRoleTitle(context, { workspaceId, roleKey });
  return { report: { id, name, slackUserId, roleKey, inRoleSince, lostRole } };
}

export interface ReportRole extends Ref {
  roleKey: string;
  inRoleSince: Day | undefined;
  /** What the manager saw before. */
  seen: { roleKey: string | undefined; inRoleSince: Day | undefined };
}

/**
 * Sets a report's role on behalf of their manager of today; the report hears of it. Throws
 * UserFacingError, having changed nothing, for everybody else, where admins alone set roles, and where it
 * was changed since `seen`; and AssignmentError where the role or the day can't be.
 */
export async function setReportRole(context: Context, input: ReportRole): Promise<void> {
  const { workspaceId, managerId, reportId: personId, roleKey, inRoleSince, seen } = input;
  // Read before the transaction: it may take a connection of its own.
  const moves = { openCycle: await findOpenCycle(context, workspaceId), personId };
  await context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    await requireReport(tx, input);
    if (!(await maySetRoles(tx, input))) {
      throw new UserFacingError(
        'Roles are set by the admins here, so nothing is changed. Ask one of them.',
      );
    }
    const person = await readPlacedPerson(tx, { workspaceId, personId });
    if (!person || !isHere(person)) throw notTheManager();
    const before = placeOf(person);
    // With another role, a day that stayed as it was is that of the role before.
    const isOldDay = roleKey !== seen.roleKey && inRoleSince === seen.inRoleSince;
    const place = { ...before, roleKey, inRoleSince: isOldDay ? undefined : inRoleSince };
    // What is so already may be their own change, of which they saw no answer.
    if (!isSamePlace({ ...before, ...seen }, before) && !isSamePlace(place, before)) {
      throw new UserFacingError(
        'Their role was changed meanwhile. Nothing is changed; open it anew to see how it is now.',
      );
    }
    await assign(tx, context, { person, place, by: { personId: managerId }, moves });
  });
}

type Reading = Pick<Context['db'], 'person'> | Transaction;

async function requireReport(db: Reading, { workspaceId, managerId, reportId }: Ref) {
  const pair = { workspaceId, actorId: managerId, subjectId: reportId };
  const { relation, subject } = await findRelation(db, pair);
  if (subject && may('setRole', { relation, active: isHere(subject) })) return;
  throw notTheManager();
}

/** Whether a manager may set roles, by the workspace's setting. */
async function maySetRoles(db: Reading, { workspaceId, managerId }: Ref): Promise<boolean> {
  const manager = await db.person.findFirst({
    where: { id: managerId, workspaceId },
    select: { isAdmin: true, workspace: { select: { rolesSetBy: true } } },
  });
  return manager ? ownChoice({ isAdmin: manager.isAdmin, ...manager.workspace }) !== 'not' : false;
}

function notTheManager() {
  return new UserFacingError(
    'That is for their manager of today, and that is not you. Nothing is changed.',
  );
}
