export {
  briefDelivery,
  lockUnrevealed,
  revealAfterManagerChanges,
  revealIfBoth,
  revealLeftovers,
} from './reveal.js';
