export {
  type Change,
  type CheckIn,
  type CheckInRef,
  goTo,
  type OpenedCheckIn,
  openCheckIn,
  type PageEdit,
  readCheckIn,
  reopenCheckIn,
  restartCheckIn,
  saveLastPage,
  savePage,
  submitCheckIn,
} from './check-ins.js';
export { type Pin, readPin } from './reading.js';
