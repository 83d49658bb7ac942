import type { Workspace } from '../../database/index.js';
import { type CycleDates, lastDayOf } from '../../domain/cycle/cycle.js';
import type { CyclePlan } from '../../domain/reminder/cycle-plan.js';
import { stepsOf } from '../../domain/reminder/steps.js';
import { summaryDays } from '../../domain/reminder/summary-days.js';
import type { Cycle } from '../cycle/index.js';

/** A cycle with what the plan needs of its workspace. */
export interface PlannedCycle {
  cycle: Cycle;
  plan: CyclePlan;
}

/** `all`: the workspace's cycles, among which this one ends where the next opens. */
export function planOf(
  workspace: Workspace,
  cycle: Cycle,
  all: readonly CycleDates[],
): PlannedCycle {
  const { workingDays, workingFrom, workingTo, daysOff, countryHours } = workspace;
  const { opensOn, reviewOn } = cycle;
  const lastDay = lastDayOf(cycle, all);
  const steps = stepsOf(cycle, workspace);
  const working = { workingDays, workingFrom, workingTo, daysOff, countryHours };
  const days = summaryDays(cycle, lastDay, working);
  return { cycle, plan: { opensOn, reviewOn, lastDay, steps, summaryDays: days, ...working } };
}
