/** Something a person can mend. The message is shown to them as it is: what happened and what to do. */
export class UserFacingError extends Error {
  override name = 'UserFacingError';
}
