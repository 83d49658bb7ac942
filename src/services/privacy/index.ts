export { type Privacy, readPrivacy } from './privacy.js';
export { listReadings, type ReadingOfMine, type ReadingsPage } from './readings.js';
