export { availabilityOf, chosenAvailabilityOf } from './availability.js';
export { comeBack, goAway, LongAbsenceError } from './away.js';
export type { AvailabilityChange, AvailabilityInput, SentMessage } from './change.js';
export { remindLater } from './snooze.js';
