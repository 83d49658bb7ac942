import { isOver } from '../../domain/cycle/cycle.js';
import { longestEarlyDays } from '../../domain/reminder/early-steps.js';
import type { Step } from '../../domain/reminder/steps.js';
import { addDays, type Day, daysBetween } from '../../domain/time/day.js';
import type { Cycle } from '../cycle/index.js';
import { UserFacingError } from '../errors/index.js';

/** Why nothing can be sent early, in words for an operator. */
export function refusal(why: string): UserFacingError {
  return new UserFacingError(`${why} Nothing was sent or opened.`);
}

/** The cycle of that name, whatever the letters' case. Throws UserFacingError if there is none. */
export function findCycle(cycles: readonly Cycle[], wanted: string): Cycle {
  const folded = wanted.trim().toLowerCase();
  const found =
    cycles.find(({ name }) => name === wanted) ??
    cycles.find(({ name }) => name.toLowerCase() === folded);
  if (found) return found;
  const names = cycles.map(({ name }) => name).join(', ');
  throw refusal(
    names
      ? `No cycle is called "${wanted}". There are: ${names}.`
      : 'There is no cycle yet. A running server makes them, or add one.',
  );
}

/** The cycle that takes check-ins now, if one does; `cycles` by their review dates. */
export function stillOpen(cycles: readonly Cycle[], now: Date): Cycle | undefined {
  const newest = cycles.filter(({ openedAt }) => openedAt).at(-1);
  return newest && !isOver(newest, now) ? newest : undefined;
}

/** Throws UserFacingError where the cycle takes no check-ins any more. */
export function refuseClosed(
  cycle: Cycle,
  { cycles, now }: { cycles: readonly Cycle[]; now: Date },
): void {
  const open = stillOpen(cycles, now);
  const isClosed = isOver(cycle, now) || (open !== undefined && open.reviewOn > cycle.reviewOn);
  if (isClosed) throw refusal(`${cycle.name} is closed: it takes no more check-ins.`);
}

/** Throws UserFacingError where a cycle can't be opened by hand today. */
export function refuseToOpen(
  cycle: Cycle,
  { cycles, today }: { cycles: readonly Cycle[]; today: Day },
): void {
  const { name, opensOn, reviewOn } = cycle;
  if (reviewOn <= today) throw refusal(`${name} was never opened, and its review date has passed.`);
  if (opensOn <= today) {
    throw refusal(`${name} opens today by itself. To send what is due now: reminders send.`);
  }
  const before = cycles.find((one) => today <= one.reviewOn && one.reviewOn < reviewOn);
  if (!before) return;
  throw refusal(
    `${before.name} comes first: its reviews are on ${before.reviewOn}, and ${name} can open on the day after at the earliest.`,
  );
}

/** Throws UserFacingError where the step is too far away. */
export function refuseTooEarly(cycle: Cycle, { step, today }: { step: Step; today: Day }): void {
  const days = daysBetween(today, step.sendsOn);
  if (days <= longestEarlyDays) return;
  const from = addDays(step.sendsOn, -longestEarlyDays);
  throw refusal(
    `What comes next in ${cycle.name} is the ${step.kind} of ${step.sendsOn}, in ${days} days. It can be sent up to ${longestEarlyDays} days early, so from ${from} on.`,
  );
}

/** Explains why a step has no recipients. */
export function nobodyToWriteTo(
  cycle: Cycle,
  {
    step,
    leftOut,
    people,
  }: { step: Step; leftOut: { unavailable: number; writtenToToday: number }; people: number },
): UserFacingError {
  if (people === 0) {
    return refusal('Nobody is on the ladder. Import people first.');
  }
  const { unavailable, writtenToToday } = leftOut;
  if (unavailable + writtenToToday === 0) {
    return refusal(
      `The ${step.kind} of ${cycle.name} on ${step.sendsOn} has nobody left to go to.`,
    );
  }
  return refusal(
    `Everybody to whom the ${step.kind} of ${cycle.name} would go wants no messages now (${unavailable}) or got one about it today (${writtenToToday}). It comes to them by itself.`,
  );
}
