export { availabilityOnHome, awayButton } from './buttons.js';
export { snoozeRow } from './snooze-row.js';
