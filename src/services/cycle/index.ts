export { type Cycle, findOpenCycle, nextCycle, toCycle } from '../open-cycle/index.js';
export { addCycle, foreseeAdding } from './adding.js';
export type { CycleChange } from './changes.js';
export { markClosedCycles } from './closing.js';
export {
  ensureCycles,
  type ListedCycle,
  listCycles,
  openDueCycles,
  paceOf,
  readCycles,
} from './cycles.js';
export { endExclusions } from './ended-exclusions.js';
export { cancelCycle, closeCycle, foreseeCancelling, foreseeClosing } from './ending.js';
export {
  type ExclusionChange,
  excludePeople,
  foreseeExclusion,
  foreseeInclusion,
  includePeople,
} from './exclusions.js';
export { findByName } from './input.js';
export {
  isBack,
  isLeftOut,
  isOutside,
  type LeftOut,
  type LeftOutPerson,
  listLeftOut,
  readExclusions,
} from './left-out.js';
export type { CycleAudience } from './members.js';
export { foreseeMoving, moveCycle } from './moving.js';
export { type OpenedCycle, openCycle } from './opening.js';
export { type ReplannedCycle, replanCycles } from './planned-cycles.js';
