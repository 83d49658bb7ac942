import { closesAt, closingDays } from '../../domain/reminder/closing.js';
import { isDigestDay } from '../../domain/reminder/new-check-ins.js';
import { isNewcomerAsked } from '../../domain/reminder/newcomers.js';
import { type StepOfDay, stepOfDay } from '../../domain/reminder/steps.js';
import { addDays, type Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { WorkingTime } from '../../domain/time/working-days.js';
import { isInWindow } from '../../domain/time/working-hours.js';
import type { PlannedCycle } from './planned-cycle.js';

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
  /** Managers are notified of new check-ins. */
  viewsWaiting: boolean;
  /** People without a role are asked for it. */
  newcomer: StepOfDay | undefined;
  /** Admins get their line about the cycle. */
  summary: boolean;
  /** The cycle is closed, and people are notified of it. */
  closed: boolean;
}

/** Returns what is due at this instant, by the day of each zone. */
export function questionsAt(
  planned: PlannedCycle,
  timeZones: readonly string[],
  at: Date,
): Question[] {
  const { opensOn, reviewOn, lastDay, steps, summaryDays } = planned.plan;
  const none = { invitation: undefined, newcomer: undefined, reminder: undefined };
  const nothing = { ...none, digest: undefined, viewsWaiting: false, summary: false };
  return [...zonesAtWork(timeZones, planned.plan, at)].flatMap(([today, zones]) => {
    if (today < opensOn || today > addDays(lastDay, closingDays)) return [];
    const here = { at, today, timeZones: zones };
    if (today > lastDay) {
      return at < closesAt(lastDay) ? [] : { ...here, ...nothing, closed: true };
    }
    const before = today < reviewOn;
    const invitation = before ? stepOfDay(planned.plan, 'invitation', today) : undefined;
    const isAsked = invitation !== undefined && isNewcomerAsked(invitation.step, today);
    return {
      ...here,
      invitation,
      newcomer: isAsked ? invitation : undefined,
      reminder: before ? stepOfDay(planned.plan, 'reminder', today) : undefined,
      digest: stepOfDay(planned.plan, before ? 'digest' : 'follow_up', today),
      viewsWaiting: !isDigestDay(steps, today),
      summary: summaryDays.includes(today),
      closed: false,
    };
  });
}

/** The zones in whose working hours an instant lies, by the day that it is there. */
export function zonesAtWork(
  timeZones: readonly string[],
  working: WorkingTime,
  at: Date,
): Map<Day, string[]> {
  const byDay = new Map<Day, string[]>();
  for (const zone of timeZones.filter((one) => isInWindow(at, one, working))) {
    const today = localDay(at, zone);
    byDay.set(today, [...(byDay.get(today) ?? []), zone]);
  }
  return byDay;
}
