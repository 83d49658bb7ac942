export {
  briefKind,
  lockUnrevealed,
  revealAfterManagerChanges,
  revealIfBoth,
  revealLeftovers,
  type WhichBrief,
} from './reveal.js';
