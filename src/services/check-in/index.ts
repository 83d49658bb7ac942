export { reopenCheckIn, restartCheckIn, submitCheckIn } from './check-ins.js';
export { goTo, saveLastPage, savePage } from './edits.js';
export {
  addCheckInNote,
  type CheckInNote,
  longestNote,
  requireAddable,
  toCheckInNotes,
} from './notes.js';
export { openCheckIn } from './opening.js';
export { type CheckIn, type CheckInRef, readCheckIn } from './reading.js';
export { listUnsent, type UnsentCheckIn } from './unsent.js';
