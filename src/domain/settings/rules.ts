import { countryHoursLine } from '../time/country-hours.js';
import { addDays, type Day, daysBetween } from '../time/day.js';
import { isWorkingDay, longestPauseDays, type WorkingTime } from '../time/working-days.js';
import { workingIn } from '../time/working-hours.js';
import type { Settings } from './settings.js';

/** Returns why these settings don't go together, and what to do; undefined where they do. */
export function settingsProblem(settings: Settings): string | undefined {
  return hoursProblem(settings) ?? daysBeforeProblem(settings) ?? pauseProblem(settings);
}

function hoursProblem({ working_hours, country_hours }: Settings): string | undefined {
  const wrong = [working_hours, ...country_hours].find(({ from, to }) => from >= to);
  if (!wrong) return undefined;
  return `Working hours from ${wrong.from} to ${wrong.to} end before they begin. Write the earlier hour first, like 9-17.`;
}

function daysBeforeProblem(settings: Settings): string | undefined {
  const { opens_days_before: opens, due_days_before: due } = settings;
  if (due >= opens) {
    return `Check-ins can't be due ${due} days before the review when they open ${opens} days before it. Make due_days_before less than opens_days_before.`;
  }
  const reminder = settings.reminder_days_before.find((days) => days >= opens);
  if (reminder !== undefined) {
    return `A reminder ${reminder} days before the review would come before anybody was invited, ${opens} days before it. Take ${reminder} out of reminder_days_before, or open check-ins earlier.`;
  }
  const digest = settings.digest_days_before.find((days) => days > opens);
  if (digest === undefined) return undefined;
  return `A digest ${digest} days before the review would come before check-ins open, ${opens} days before it. Take ${digest} out of digest_days_before, or open check-ins earlier.`;
}

/** Messages wait for the next working day, but not for months. */
function pauseProblem(settings: Settings): string | undefined {
  const usual = workingTimeOf(settings);
  const all = settings.country_hours.map(({ timeZone }) => workingIn(timeZone, usual));
  for (const day of settings.days_off) {
    const pause = Math.max(...[usual, ...all].map((working) => pauseFrom(day, working)));
    if (pause > longestPauseDays) {
      return `From ${day} on there would be no working day for ${pause} days or more, and messages wait for ${longestPauseDays} at most. Take some of these days out.`;
    }
  }
  return undefined;
}

/** For how many days from a day on nobody works; counted until one more than is allowed. */
function pauseFrom(day: Day, working: WorkingTime): number {
  let back = 0;
  while (back <= longestPauseDays && !isWorkingDay(addDays(day, -back - 1), working)) back += 1;
  const first = addDays(day, -back);
  let last = day;
  while (daysBetween(first, last) < longestPauseDays && !isWorkingDay(addDays(last, 1), working)) {
    last = addDays(last, 1);
  }
  return daysBetween(first, last) + 1;
}

/** Returns the working time that these settings make. */
function workingTimeOf(settings: Settings): WorkingTime {
  return {
    workingDays: settings.working_days,
    workingFrom: settings.working_hours.from,
    workingTo: settings.working_hours.to,
    daysOff: settings.days_off,
    countryHours: settings.country_hours.map(countryHoursLine),
  };
}
