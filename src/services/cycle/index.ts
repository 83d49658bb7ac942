export { type Cycle, findOpenCycle, nextCycle, toCycle } from '../open-cycle/index.js';
export { markClosedCycles } from './closing.js';
export {
  ensureCycles,
  listCycles,
  openDueCycles,
  paceOf,
} from './cycles.js';
export { type OpenedCycle, openCycle } from './opening.js';
export { type ReplannedCycle, replanCycles } from './planned-cycles.js';
