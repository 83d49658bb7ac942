export { markClosedCycles } from './closing.js';
export {
  type Cycle,
  ensureCycles,
  findOpenCycle,
  listCycles,
  nextCycle,
  openDueCycles,
  paceOf,
  toCycle,
} from './cycles.js';
export { type OpenedCycle, openCycle } from './opening.js';
