import { randomUUID } from 'node:crypto';
import type { PersonInput } from '../../../playground/slack/options.js';
import { openDatabase } from '../../../src/database/index.js';
import { addDays, dateFromDay, dayFromDate } from '../../../src/domain/time/day.js';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { rememberWorkspace } from '../../../src/services/workspace/workspaces.js';
import { builtInFramework } from '../../support/built-in-framework.js';

export const companyWorkspace = {
  id: 'T0FAULTS',
  name: 'Alder & Birch',
  domain: 'alder-and-birch',
};

export interface CompanyPerson extends PersonInput {
  tz: string;
  role: string;
  /** The Slack id of their manager; managers have none. */
  manager?: string;
}

export interface Company {
  people: CompanyPerson[];
  managers: CompanyPerson[];
  reports: CompanyPerson[];
}

/** Made-up managers and their reports, all in zones in which it is the middle of the day right now. */
export function makeCompany(size: { managers: number; reportsEach: number }): Company {
  const zones = middayZones(new Date());
  const roles = ['associate', 'manager', 'senior'];
  const managers = Array.from({ length: size.managers }, (_, team) => ({
    id: `U0LEAD${team}`,
    name: `Lead ${team}`,
    tz: zones[team % zones.length] as string,
    role: 'team-leader',
  }));
  const reports = managers.flatMap((manager, team) =>
    Array.from({ length: size.reportsEach }, (_, place) => ({
      id: `U0TEAM${team}P${place}`,
      name: `Report ${team}-${place}`,
      tz: zones[(team + place) % zones.length] as string,
      role: roles[place % roles.length] as string,
      manager: manager.id,
    })),
  );
  return { people: [...managers, ...reports], managers, reports };
}

/** Zones in which it is between ten and two o'clock: a run of some minutes stays in working hours. */
function middayZones(now: Date): string[] {
  const zones: string[] = [];
  for (let east = -12; east <= 14; east += 1) {
    const hour = (now.getUTCHours() + east + 24) % 24;
    // The names count westwards: Etc/GMT+5 is five hours behind UTC.
    if (hour >= 10 && hour < 14) zones.push(`Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`);
  }
  return zones;
}

/**
 * Makes the database of this company before any server runs: everybody has a role, a check-in that
 * opened yesterday, and, the review being 13 days away, every manager has a digest to come. So each
 * person is due an invitation today, and each manager a digest with it.
 */
export async function foundCompany(
  settings: { databaseUrl: string | undefined; dataDirectory: string },
  { people }: Company,
): Promise<void> {
  const { db, close } = await openDatabase(settings);
  try {
    const { id: slackTeamId, name } = companyWorkspace;
    const { id: workspaceId } = await rememberWorkspace({ db }, { slackTeamId, name });
    await db.workspace.update({
      where: { id: workspaceId },
      data: { cadence: 'off', workingDays: [1, 2, 3, 4, 5, 6, 7] },
    });
    const version = await new Frameworks(db).use(workspaceId, builtInFramework());
    const idOf = new Map(people.map((person) => [person.id, randomUUID()]));
    const profileReadAt = new Date();
    await db.person.createMany({
      data: people.map((person) => ({
        id: idOf.get(person.id) as string,
        workspaceId,
        slackUserId: person.id,
        name: person.name,
        timeZone: person.tz,
        roleKey: person.role,
        profileReadAt,
        managerId: person.manager ? (idOf.get(person.manager) ?? null) : null,
      })),
    });
    const today = dayFromDate(new Date());
    const day = (days: number) => dateFromDay(addDays(today, days));
    await db.cycle.create({
      data: {
        workspaceId,
        name: 'This round',
        opensOn: day(-1),
        dueOn: day(6),
        reviewOn: day(13),
        openedAt: new Date(),
        frameworkVersionId: version.id,
      },
    });
  } finally {
    await close();
  }
}
