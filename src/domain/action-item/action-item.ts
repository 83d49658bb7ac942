import { addDays, type Day, daysBetween } from '../time/day.js';
import { instantAt } from '../time/time-zone.js';
import { longestPauseDays, sendingDay, type WorkingTime } from '../time/working-days.js';

/** The states of an action item that two people agreed on. */
export type ActionItemState = 'open' | 'done' | 'dropped';

/** What either of the two people can do with it; the other one is notified. */
export type ActionItemEvent = 'done' | 'reschedule' | 'drop';

/** Why an event changes nothing. */
export type ActionItemRefusal = 'already_done' | 'already_dropped';

/** The state machine: the next state for each state and event, or the reason why there is none. */
const rules: Record<
  ActionItemState,
  Record<ActionItemEvent, { to: ActionItemState } | ActionItemRefusal>
> = {
  open: { done: { to: 'done' }, reschedule: { to: 'open' }, drop: { to: 'dropped' } },
  done: { done: 'already_done', reschedule: 'already_done', drop: 'already_done' },
  dropped: { done: 'already_dropped', reschedule: 'already_dropped', drop: 'already_dropped' },
};

export type ActionItemTransition = { to: ActionItemState } | { refused: ActionItemRefusal };

/** Returns the state after an event, or the reason why the event is refused. */
export function transitionActionItem(
  state: ActionItemState,
  event: ActionItemEvent,
): ActionItemTransition {
  const rule = rules[state][event];
  return typeof rule === 'string' ? { refused: rule } : rule;
}

/**
 * The side that an action item is assigned to: the report it is about, or the report's manager of
 * the day.
 */
export type ActionItemSide = 'report' | 'manager';

/** How near the due day is. "Soon" is within a week. */
export type DueState = 'overdue' | 'today' | 'soon' | 'later';

const soonDays = 7;

/** Compares a due day with the owner's own day. */
export function dueState(dueOn: Day, today: Day): DueState {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'later';
}

/**
 * Returns the day on which the owner is asked about an action item: its due day, or the next
 * working day. Undefined where the workspace has no working days.
 */
export function askedOn(dueOn: Day, working: WorkingTime): Day | undefined {
  return sendingDay(dueOn, addDays(dueOn, longestPauseDays), working);
}

/** For how many days after the day that it is meant for the owner is still asked. */
export const askedLateDays = 7;

/** The owner is asked about action items that became due so many days ago at most. */
export const longestDueDays = longestPauseDays + askedLateDays;

/**
 * Returns the instant from which it is too late to ask about action items due on a day, in the
 * owner's zone.
 */
export function askedUntil(day: Day, timeZone: string): Date {
  return instantAt(addDays(day, askedLateDays + 1), 0, timeZone);
}

/** For how many days a done or dropped action item is shown after it was closed. */
export const recentlyClosedDays = 100;

/**
 * What a list is ordered by: open items first, by due day and then by age; closed items last,
 * latest first.
 */
export interface Ordered {
  id: string;
  state: ActionItemState;
  dueOn: Day;
  createdAt: Date;
  closedAt: Date | undefined;
}

export function compareActionItems(one: Ordered, other: Ordered): number {
  if ((one.state === 'open') !== (other.state === 'open')) return one.state === 'open' ? -1 : 1;
  const order =
    one.state === 'open'
      ? daysBetween(other.dueOn, one.dueOn)
      : (other.closedAt?.getTime() ?? 0) - (one.closedAt?.getTime() ?? 0);
  const noted = one.createdAt.getTime() - other.createdAt.getTime();
  return order || noted || (one.id < other.id ? -1 : 1);
}

/** Returns "2 of 3 done", for a brief or a check-in; undefined for an empty list. */
export function doneFact(actionItems: readonly { state: ActionItemState }[]): string | undefined {
  const counted = actionItems.filter(({ state }) => state !== 'dropped');
  if (counted.length === 0) return undefined;
  const done = counted.filter(({ state }) => state === 'done').length;
  return `${done} of ${counted.length} done`;
}
