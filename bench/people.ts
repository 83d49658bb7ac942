import { openDatabase } from '../src/database/index.js';
import { dateFromDay, dayFromDate } from '../src/domain/time/day.js';
import { readFrameworkFile } from '../src/framework-file.js';
import { projectPath } from '../src/project-path.js';
import { Frameworks } from '../src/services/framework/index.js';
import { rememberWorkspace } from '../src/services/workspace/index.js';

const dayMs = 24 * 60 * 60 * 1000;
const reportsPerManager = 8;

/**
 * Fills a fresh embedded database with people who have a role and a manager, in a cycle that is
 * open. Returns their Slack user ids. It is night where they live, so that no reminder goes out
 * while something is measured.
 */
export async function addPeopleInCycle(dataDirectory: string, count: number): Promise<string[]> {
  const { db, close } = await openDatabase({ databaseUrl: undefined, dataDirectory });
  try {
    const now = new Date();
    const team = { slackTeamId: 'T0MEASURE', name: 'Measure' };
    const { id: workspaceId } = await rememberWorkspace({ db }, team);
    const framework = readFrameworkFile(projectPath('ladders', 'business-operations.yaml'));
    const { id: frameworkVersionId } = await new Frameworks(db).use(workspaceId, framework);
    const day = (days: number) => dateFromDay(dayFromDate(new Date(now.getTime() + days * dayMs)));
    await db.cycle.create({
      data: {
        workspaceId,
        name: 'Measured cycle',
        opensOn: day(-1),
        dueOn: day(13),
        reviewOn: day(20),
        openedAt: now,
        frameworkVersionId,
      },
    });
    const profile = { workspaceId, timeZone: zoneOfNight(now), profileReadAt: now };
    const managers = await db.person.createManyAndReturn({
      data: numbered('U0MANAGER', Math.ceil(count / reportsPerManager)).map((slackUserId) => ({
        ...profile,
        slackUserId,
        name: slackUserId,
      })),
    });
    const people = numbered('U0PERSON', count);
    await db.person.createMany({
      data: people.map((slackUserId, index) => ({
        ...profile,
        slackUserId,
        name: slackUserId,
        roleKey: framework.roles[index % framework.roles.length]?.key ?? null,
        managerId: managers[Math.floor(index / reportsPerManager)]?.id ?? null,
        inRoleSince: day(-400),
      })),
    });
    return people;
  } finally {
    await close();
  }
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

/** Returns a zone where it is about two in the morning. */
export function zoneOfNight(now: Date): string {
  return zoneWhereItIs(2, now);
}

/** Returns a zone where it is about this hour. */
export function zoneWhereItIs(hour: number, now: Date): string {
  const east = ((hour - now.getUTCHours() + 36) % 24) - 12;
  // The sign in these names is reversed: Etc/GMT-3 is three hours east.
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}
