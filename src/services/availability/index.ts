export {
  comeBack,
  goAway,
  quietOf,
  remindLater,
  type SentMessage,
  wishOf,
} from './availability.js';
