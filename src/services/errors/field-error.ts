import { UserFacingError } from './user-facing-error.js';

/** Something in one field that a person can mend; the message is shown beside that field. */
export class FieldError<Field extends string = string> extends UserFacingError {
  override name = 'FieldError';

  constructor(
    readonly field: Field,
    message: string,
  ) {
    super(message);
  }
}
