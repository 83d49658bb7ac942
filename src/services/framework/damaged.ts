import { UserFacingError } from '../errors/index.js';

/** A stored version of the ladder can't be read: damaged, or of a newer version of Ladder. */
export class UnreadableVersionError extends UserFacingError {
  override name = 'UnreadableVersionError';

  constructor(readonly number: number) {
    super(
      `Version ${number} of the ladder, which this needs, can't be read from the database. Ask whoever runs Ladder.`,
    );
  }
}
