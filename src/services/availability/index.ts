export {
  comeBack,
  goAway,
  LongAbsenceError,
  type QuietInput,
  type QuietResult,
  quietOf,
  remindLater,
  type SentMessage,
  wishOf,
} from './availability.js';
