export { eraseAgain } from './again.js';
export { type Erasure, erasePerson, foreseeErasure } from './erase.js';
export { letIn } from './let-in.js';
export { erasureLines } from './words.js';
