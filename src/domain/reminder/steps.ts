import { type CycleDates, closesAfter } from '../cycle/cycle.js';
import { addDays, type Day } from '../time/day.js';
import { sendingDay, type WorkingTime } from '../time/working-days.js';

/** The workspace's settings for its messages: days before the review date. */
export interface ReminderPace extends WorkingTime {
  reminderDaysBefore: readonly number[];
  digestDaysBefore: readonly number[];
}

export type StepKind = 'invitation' | 'reminder' | 'digest' | 'follow_up';

/** One occasion on which a cycle sends messages. */
export interface Step {
  kind: StepKind;
  /** Stable within a cycle, also when its dates change: "opens", "day-14", "week-1". */
  name: string;
  /** The working day on which it is sent. */
  sendsOn: Day;
}

export const invitationStep = 'opens';

/** The weeks after the review date in which managers hear of open conversations. */
const followUpWeeks = [1, 2, 3];

/**
 * Returns the steps of a cycle, in the order of their days. A step on a day off is sent on the next
 * working day. Two exceptions use the working day before instead: a reminder for the due day or
 * earlier would come after the due day, and anything but a follow-up would come on the review date
 * or later. Follow-ups come while the cycle is open.
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
      const sendsOn = day > eve ? undefined : sendingDay(day, latest, pace);
      return sendsOn === undefined || sendsOn < cycle.opensOn ? [] : [{ kind, name, sendsOn }];
    });
  return [...before, ...followUps(cycle, pace)];
}

function followUps(cycle: CycleDates, pace: ReminderPace): Step[] {
  return followUpWeeks.flatMap((week) => {
    const day = addDays(cycle.reviewOn, 7 * week);
    const sendsOn = sendingDay(day, closesAfter(cycle), pace);
    if (sendsOn === undefined || sendsOn < cycle.reviewOn) return [];
    return [{ kind: 'follow_up' as const, name: `week-${week}`, sendsOn }];
  });
}

/**
 * Returns the newest step of a kind whose day has come; missed older ones no longer matter.
 *
 * @internal
 */
export function newestStep(steps: readonly Step[], kind: StepKind, today: Day): Step | undefined {
  return steps.filter((step) => step.kind === kind && step.sendsOn <= today).at(-1);
}

function stepName(daysBefore: number): string {
  return `day-${daysBefore}`;
}

/** The step of a kind on a day, and the names of all steps that count as deciding it. */
export interface StepOfDay {
  step: Step;
  decidedBy: string[];
}

/**
 * Returns the newest step of a kind whose day has come. A person who travels west over the date
 * line has a day twice: after a step that was decided where it was tomorrow already, no older step
 * follows.
 */
export function stepOfDay(
  plan: { steps: readonly Step[] },
  kind: StepKind,
  today: Day,
): StepOfDay | undefined {
  const step = newestStep(plan.steps, kind, today);
  if (!step) return undefined;
  const tomorrow = addDays(today, 1);
  const tomorrows = stepsOfKind(plan, kind).filter(({ sendsOn }) => sendsOn === tomorrow);
  return { step, decidedBy: [step, ...tomorrows].map(({ name }) => name) };
}

/** Returns all steps of a kind, in the order of their days. */
export function stepsOfKind({ steps }: { steps: readonly Step[] }, wanted: StepKind): Step[] {
  return steps.filter(({ kind }) => kind === wanted);
}
