/**
 * An error that the person can correct. The message is shown as it is: what happened and what to
 * do.
 */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
}
