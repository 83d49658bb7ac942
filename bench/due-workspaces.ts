import type { Database } from '../src/database/index.js';
import { dateFromDay, dayFromDate } from '../src/domain/time/day.js';
import { readFrameworkFile } from '../src/framework-file.js';
import { projectPath } from '../src/project-path.js';
import { announceVersions, Frameworks } from '../src/services/framework/index.js';
import { rememberWorkspace } from '../src/services/workspace/index.js';
import { zoneWhereItIs } from './people.js';

const dayMs = 24 * 60 * 60 * 1000;
const reportsPerManager = 9;

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, number) => `${prefix}${number}`);

/**
 * Adds a workspace in which each person is due one message right now: that a new version of the
 * ladder has changed their role. Returns how many seconds it took to record the messages, too.
 */
export async function addPublishedWorkspace(
  db: Database,
  name: string,
  people: number,
): Promise<{ workspaceId: string; recordedAfter: number }> {
  const now = new Date();
  const { id: workspaceId } = await rememberWorkspace({ db }, { slackTeamId: name, name });
  const workingDays = [1, 2, 3, 4, 5, 6, 7];
  await db.workspace.update({ where: { id: workspaceId }, data: { cadence: 'off', workingDays } });
  const frameworks = new Frameworks(db);
  const before = readFrameworkFile(projectPath('ladders', 'business-operations.yaml'));
  await frameworks.use(workspaceId, before);
  const day = (days: number) => dateFromDay(dayFromDate(new Date(now.getTime() + days * dayMs)));
  const dates = { opensOn: day(60), dueOn: day(74), reviewOn: day(81) };
  await db.cycle.create({ data: { workspaceId, name: 'Later', ...dates } });
  const timeZone = zoneWhereItIs(12, now);
  await db.person.createMany({
    data: numbered('U0PERSON', people).map((slackUserId, number) => ({
      ...{ workspaceId, timeZone, profileReadAt: now, slackUserId, name: slackUserId },
      roleKey: before.roles[number % before.roles.length]?.key ?? null,
    })),
  });
  const roles = before.roles.map((role) => ({ ...role, summary: 'Asks more than before.' }));
  await frameworks.use(workspaceId, { ...before, roles });
  const startedAt = performance.now();
  await announceVersions({ db, clock: { now: () => now }, frameworks }, { workspaceId });
  const recordedAfter = (performance.now() - startedAt) / 1000;
  // They wait ten minutes, in which another version may follow.
  await db.delivery.updateMany({ where: { workspaceId }, data: { dueAt: now } });
  return { workspaceId, recordedAfter };
}

/** Returns the bot token of a workspace, which distinguishes the workspaces' messages. */
export function tokenOf(workspaceId: string): string {
  return `xoxb-measuring-${workspaceId}`;
}

/**
 * Adds a workspace in which each person is due one message right now: an invitation, and for every
 * tenth a digest in the same message. It is about noon in their time zone.
 */
export async function addDueWorkspace(db: Database, name: string, people: number): Promise<string> {
  const now = new Date();
  const { id: workspaceId } = await rememberWorkspace({ db }, { slackTeamId: name, name });
  const workingDays = [1, 2, 3, 4, 5, 6, 7];
  await db.workspace.update({ where: { id: workspaceId }, data: { cadence: 'off', workingDays } });
  const framework = readFrameworkFile(projectPath('ladders', 'business-operations.yaml'));
  const { id: frameworkVersionId } = await new Frameworks(db).use(workspaceId, framework);
  const timeZone = zoneWhereItIs(12, now);
  const day = (days: number) => dateFromDay(dayFromDate(new Date(now.getTime() + days * dayMs)));
  const dates = { opensOn: day(-8), dueOn: day(6), reviewOn: day(13) };
  await db.cycle.create({
    data: { workspaceId, frameworkVersionId, name: 'Measured', ...dates, openedAt: now },
  });
  const roleKey = framework.roles[0]?.key ?? null;
  const profile = { workspaceId, timeZone, roleKey, profileReadAt: now };
  const managers = await db.person.createManyAndReturn({
    data: numbered('U0MANAGER', Math.ceil(people / (reportsPerManager + 1))).map((slackUserId) => ({
      ...{ ...profile, slackUserId, name: slackUserId },
    })),
  });
  await db.person.createMany({
    data: numbered('U0PERSON', people - managers.length).map((slackUserId, number) => ({
      ...{ ...profile, slackUserId, name: slackUserId },
      managerId: managers[Math.floor(number / reportsPerManager)]?.id ?? null,
    })),
  });
  return workspaceId;
}
