export {
  briefKind,
  revealAfterManagerChanges,
  revealIfBoth,
  revealLeftovers,
  type WhichBrief,
} from './reveal.js';
export { lockUnrevealed, type ManagerChanges } from './unrevealed.js';
