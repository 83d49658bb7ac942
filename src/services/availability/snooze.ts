import { type SnoozeChoice, snoozeEnd } from '../../domain/availability/snooze.js';
import type { Context } from '../context.js';
import { type AvailabilityChange, type AvailabilityInput, changeAvailability } from './change.js';

/** Snoozes all messages. A second press of the same choice changes nothing but seconds. */
export function remindLater(
  context: Context,
  { choice, ...who }: AvailabilityInput & { choice: SnoozeChoice },
): Promise<AvailabilityChange> {
  return changeAvailability(context, who, ({ timeZone, working, at }) => ({
    snoozedUntil: snoozeEnd(choice, at, { ...working, timeZone }),
  }));
}
