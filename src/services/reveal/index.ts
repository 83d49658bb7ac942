export {
  lockUnrevealed,
  revealAfterManagerChanges,
  revealIfBoth,
  revealLeftovers,
} from './reveal.js';
