import { addDays, type Day, daysBetween } from '../time/day.js';
import { instantAt, sendingDay, type WorkingDays } from '../time/working-hours.js';

/** The life of an action that two people agreed on. */
export type ActionItemState = 'open' | 'done' | 'dropped';

/** What either of the two can do with it; the other one hears of it. */
export type ActionItemEvent = 'done' | 'move' | 'drop';

/** Why an event changes nothing. */
export type ActionItemRefusal = 'already_done' | 'already_dropped';

/** The whole life: what each event leads to in each state, or why it doesn't. */
const rules: Record<
  ActionItemState,
  Record<ActionItemEvent, { to: ActionItemState } | ActionItemRefusal>
> = {
  open: { done: { to: 'done' }, move: { to: 'open' }, drop: { to: 'dropped' } },
  done: { done: 'already_done', move: 'already_done', drop: 'already_done' },
  dropped: { done: 'already_dropped', move: 'already_dropped', drop: 'already_dropped' },
};

export type ActionItemTransition = { to: ActionItemState } | { refused: ActionItemRefusal };

/** Where an event takes an action, or why it stays as it is. */
export function transitionActionItem(
  state: ActionItemState,
  event: ActionItemEvent,
): ActionItemTransition {
  const rule = rules[state][event];
  return typeof rule === 'string' ? { refused: rule } : rule;
}

/** Whose an action is to do: the report it is about, or whoever is their manager. */
export type ActionItemSide = 'report' | 'manager';

/** How near the day is. "Soon" is within a week. */
export type DueState = 'overdue' | 'today' | 'soon' | 'later';

const soonDays = 7;

/** How near the day is on the owner's own day. */
export function dueState(dueOn: Day, today: Day): DueState {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'later';
}

/** A week without a working day is none, so further ahead than this nobody looks. */
const longestWaitDays = 14;

/**
 * The day on which the owner is asked about an action: its due day, or the next working day.
 * Undefined where the workspace has no working days.
 */
export function askedOn(dueOn: Day, workingDays: WorkingDays): Day | undefined {
  return sendingDay(dueOn, addDays(dueOn, longestWaitDays), workingDays);
}

/** How many days after it a due action that could not be asked about in time still is. */
export const askedLateDays = 7;

/** The instant from which it is too late to ask about actions of a day, in the owner's zone. */
export function askedUntil(day: Day, timeZone: string): Date {
  return instantAt(addDays(day, askedLateDays + 1), 0, timeZone);
}

/** How long a done or dropped action is shown after it was closed. */
export const recentlyClosedDays = 100;

/** How a list is ordered: open ones first, by their day and as noted; then the closed, latest first. */
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

/** "2 of 3 done", for a brief or a check-in; undefined where there is nothing to count. */
export function doneFact(actions: readonly { state: ActionItemState }[]): string | undefined {
  const counted = actions.filter(({ state }) => state !== 'dropped');
  if (counted.length === 0) return undefined;
  const done = counted.filter(({ state }) => state === 'done').length;
  return `${done} of ${counted.length} done`;
}
