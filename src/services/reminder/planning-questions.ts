import { type StepOfDay, stepOfDay } from '../../domain/reminder/plan.js';
import type { Day } from '../../domain/time/day.js';
import { isInWindow, localDay, type WorkingDays } from '../../domain/time/working-hours.js';
import type { PlannedCycle } from './facts.js';

/**
 * The due step of a cycle at an instant, for the people in the zones where it is the same day and
 * working hours.
 */
export interface Question {
  at: Date;
  today: Day;
  timeZones: string[];
  /** What each kind of message is for today; undefined where nothing is. */
  invitation: StepOfDay | undefined;
  reminder: StepOfDay | undefined;
  digest: StepOfDay | undefined;
}

/** Returns what is due at this instant, by the day of each zone. */
export function questionsAt(
  planned: PlannedCycle,
  timeZones: readonly string[],
  at: Date,
): Question[] {
  const { opensOn, reviewOn, lastDay, workingDays } = planned.plan;
  return [...zonesAtWork(timeZones, workingDays, at)].flatMap(([today, zones]) => {
    if (today < opensOn || today > lastDay) return [];
    const before = today < reviewOn;
    return {
      at,
      today,
      timeZones: zones,
      invitation: before ? stepOfDay(planned.plan, 'invitation', today) : undefined,
      reminder: before ? stepOfDay(planned.plan, 'reminder', today) : undefined,
      digest: stepOfDay(planned.plan, before ? 'digest' : 'follow_up', today),
    };
  });
}

/** The zones in whose working hours an instant lies, by the day that it is there. */
export function zonesAtWork(
  timeZones: readonly string[],
  workingDays: WorkingDays,
  at: Date,
): Map<Day, string[]> {
  const byDay = new Map<Day, string[]>();
  for (const zone of timeZones.filter((one) => isInWindow(at, one, workingDays))) {
    const today = localDay(at, zone);
    byDay.set(today, [...(byDay.get(today) ?? []), zone]);
  }
  return byDay;
}
