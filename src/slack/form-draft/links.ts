export { discardTyped } from './discard.js';
export { type Form, proseField } from './fields.js';
export { withTyped } from './typed.js';
