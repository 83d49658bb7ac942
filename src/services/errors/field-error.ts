import { UserFacingError } from './user-facing-error.js';

/** An error in one field that the person can correct; the message is shown beside that field. */
export class FieldError<Field extends string = string> extends UserFacingError {
  override name = 'FieldError';

  constructor(
    readonly field: Field,
    message: string,
  ) {
    super(message);
  }
}
