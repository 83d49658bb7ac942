export { type Completion, readCompletion } from './completion.js';
export { type CycleOutcome, readCycleEnd, readCycleOutcome } from './cycle-end.js';
export {
  type CycleStatus,
  listUnfinished,
  type PersonStatus,
  readStatus,
  type StatusState,
} from './status.js';
