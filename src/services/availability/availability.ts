import type { Person as PersonRow } from '../../database/index.js';
import { type Availability, unknownUntil } from '../../domain/availability/availability.js';
import { dayFromDate } from '../../domain/time/day.js';

type AvailabilityRow = Pick<
  PersonRow,
  'timeZone' | 'snoozedUntil' | 'awayThrough' | 'profileReadAt' | 'createdAt'
>;

/** What the rules need to know of why nothing is sent to somebody for now. */
export function availabilityOf(person: AvailabilityRow): Availability {
  return { ...chosenAvailabilityOf(person), unknownUntil: unknownUntil(person) };
}

/** The same, of what the person has chosen alone: snooze and absence. */
export function chosenAvailabilityOf({
  timeZone,
  snoozedUntil,
  awayThrough,
}: AvailabilityRow): Availability {
  const through = awayThrough && dayFromDate(awayThrough);
  return { timeZone, snoozedUntil, awayThrough: through, unknownUntil: null };
}
