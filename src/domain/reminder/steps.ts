import { type CycleDates, closesAfter } from '../cycle/cycle.js';
import { addDays, type Day } from '../time/day.js';
import { sendingDay, type WorkingDays } from '../time/working-hours.js';

/** Which days before the review date bring what. */
export interface ReminderPace {
  workingDays: WorkingDays;
  reminderDaysBefore: readonly number[];
  digestDaysBefore: readonly number[];
}

export type StepKind = 'invitation' | 'reminder' | 'digest' | 'follow_up';

/** One occasion on which a cycle writes to people. */
export interface Step {
  kind: StepKind;
  /** Stable within a cycle, also when its dates are moved: "opens", "day-14", "week-1". */
  name: string;
  /** The working day on which it goes out. */
  sendsOn: Day;
}

export const invitationStep = 'opens';

/** After the review date managers hear once a week of conversations that are open, so often. */
const followUpWeeks = [1, 2, 3];

/**
 * The steps of a cycle, in the order of their days. Where a step falls on a day off it goes out on
 * the next working day; but a reminder of the due day or before it never comes after the due day, and
 * nothing but follow-ups comes on the review date or later: such a step goes out on the working day
 * before. Follow-ups come while the cycle is open.
 */
export function stepsOf(cycle: CycleDates, pace: ReminderPace): Step[] {
  const eve = addDays(cycle.reviewOn, -1);
  const wanted = [
    { kind: 'invitation' as const, name: invitationStep, day: cycle.opensOn, latest: eve },
    ...pace.reminderDaysBefore.map((days) => {
      const day = addDays(cycle.reviewOn, -days);
      return {
        kind: 'reminder' as const,
        name: stepName(days),
        day,
        latest: day <= cycle.dueOn ? cycle.dueOn : eve,
      };
    }),
    ...pace.digestDaysBefore.map((days) => ({
      kind: 'digest' as const,
      name: stepName(days),
      day: addDays(cycle.reviewOn, -days),
      latest: eve,
    })),
  ];
  const before = wanted
    .sort((one, other) => one.day.localeCompare(other.day))
    .flatMap(({ kind, name, day, latest }) => {
      const sendsOn = day > eve ? undefined : sendingDay(day, latest, pace.workingDays);
      return sendsOn === undefined || sendsOn < cycle.opensOn ? [] : [{ kind, name, sendsOn }];
    });
  return [...before, ...followUps(cycle, pace)];
}

function followUps(cycle: CycleDates, { workingDays }: ReminderPace): Step[] {
  return followUpWeeks.flatMap((week) => {
    const day = addDays(cycle.reviewOn, 7 * week);
    const sendsOn = sendingDay(day, closesAfter(cycle), workingDays);
    if (sendsOn === undefined || sendsOn < cycle.reviewOn) return [];
    return [{ kind: 'follow_up' as const, name: `week-${week}`, sendsOn }];
  });
}

/** The newest step of a kind whose day has come: older ones that were missed no longer matter. */
export function newestStep(steps: readonly Step[], kind: StepKind, today: Day): Step | undefined {
  return steps.filter((step) => step.kind === kind && step.sendsOn <= today).at(-1);
}

function stepName(daysBefore: number): string {
  return `day-${daysBefore}`;
}
