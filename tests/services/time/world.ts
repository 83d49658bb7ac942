import type { Person } from '../../../src/database/index.js';
import { addDays, type Day, daysBetween } from '../../../src/domain/time/day.js';
import { isWorkingDay } from '../../../src/domain/time/working-days.js';
import { windowOf } from '../../../src/domain/time/working-hours.js';
import { openCycle } from '../../../src/services/cycle/opening.js';
import { rememberProfiles } from '../../../src/services/person/profiles.js';
import type { ReminderWorld, Team } from '../reminder/world.js';

/** The number of random stories: TIME_STORIES=50 runs more than usual. */
export const stories = Number(process.env.TIME_STORIES ?? 1);

/** A story begins so many days before the review date. */
export const daysSeen = 23;

/** One cycle's review date and a workspace's week. */
export interface RoundDates {
  reviewOn: Day;
  workingDays: readonly number[];
}

/** A workspace with a week and one cycle of its own, seen two days before that opens. */
export async function teamWith(
  world: ReminderWorld,
  { reviewOn, workingDays }: RoundDates,
): Promise<{ team: Team; start: Date; end: Date }> {
  const team = await world.team();
  const { workspaceId } = team;
  const start = new Date(`${addDays(reviewOn, -daysSeen)}T00:00:00Z`);
  world.clock.set(start);
  const settings = { cadence: 'off' as const, workingDays: [...workingDays] };
  await world.context.db.workspace.update({ where: { id: workspaceId }, data: settings });
  await openCycle(world.context, {
    ...{ workspaceId, by: { operator: 'ops' }, reviewOn, name: 'Round' },
  });
  return { team, start, end: new Date(`${addDays(reviewOn, daysSeen)}T00:00:00Z`) };
}

/** Ada, who has no role, manages Mika, who manages Teo. */
export async function threePeople(
  team: Team,
  [first = 'UTC', second = 'UTC', third = 'UTC']: readonly string[],
): Promise<[Person, Person, Person]> {
  const ada = await team.add('Ada', { timeZone: first, role: null });
  const mika = await team.add('Mika', { timeZone: second, manager: ada });
  return [ada, mika, await team.add('Teo', { timeZone: third, manager: mika })];
}

/** When each working day begins to be one, in each zone, and other moments; in their order. */
export function momentsOf(
  { start, end, workingDays }: { start: Date; end: Date } & Pick<RoundDates, 'workingDays'>,
  zones: Iterable<string>,
  others: readonly Date[] = [],
): Date[] {
  const firstDay = start.toISOString().slice(0, 10);
  const days = daysBetween(firstDay, end.toISOString().slice(0, 10));
  const working = Array.from({ length: days + 1 }, (_, nth) => addDays(firstDay, nth)).filter(
    (day) => isWorkingDay(day, { workingDays }),
  );
  const mornings = [...new Set(zones)].flatMap((zone) =>
    working.map((day) => windowOf(day, zone)?.from),
  );
  const times = [...mornings, ...others]
    .filter((at) => at !== undefined && at >= start && at < end)
    .map((at) => at?.getTime() ?? 0);
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}

/** What Slack tells of a person who is somewhere. */
export const profileIn = (slackUserId: string, timeZone: string) => ({
  ...{ slackUserId, timeZone, name: '', locale: 'en-US' },
  ...{ isAdmin: false, isBot: false, deactivated: false },
});

/** Slack tells where somebody is now, as it does when they move. */
export function tellProfile(
  { context }: ReminderWorld,
  { workspaceId }: Team,
  { slackUserId, timeZone }: Pick<Person, 'slackUserId' | 'timeZone'>,
): Promise<void> {
  return rememberProfiles(context, workspaceId, [profileIn(slackUserId, timeZone)]);
}
