export {
  diskFull,
  isDatabaseAway,
  isDatabaseSlow,
  isTransient,
  sqlStateOf,
} from './database-errors.js';
export { describeError } from './describe-error.js';
export { FieldError } from './field-error.js';
export { requireText } from './require-text.js';
export { UserFacingError } from './user-facing-error.js';
