export { type Cycle, toCycle } from './cycle.js';
export { findOpenCycle, nextCycle, startOfDay } from './open-cycle.js';
