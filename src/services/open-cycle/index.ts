export { type Cycle, toCycle } from './cycle.js';
export { cycleToFileUnder } from './filing.js';
export { findOpenCycle, nextCycle, startOfDay } from './open-cycle.js';
