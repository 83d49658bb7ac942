export {
  briefKind,
  lockUnrevealed,
  type ManagerChanges,
  revealAfterManagerChanges,
  revealIfBoth,
  revealLeftovers,
  type WhichBrief,
} from './reveal.js';
