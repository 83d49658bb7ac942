import { addDays, type Day } from '../time/day.js';
import type { Step } from './steps.js';

/** So long after a cycle has opened people without a role are asked for it. */
const newcomerDays = 7;

/** Returns whether people without a role are asked for it on a day, as a part of a cycle's opening. */
export function isNewcomerAsked({ sendsOn }: Pick<Step, 'sendsOn'>, today: Day): boolean {
  return today >= sendsOn && today < addDays(sendsOn, newcomerDays);
}
