/** Why Ladder can't work with a database; `problems` has a sentence each, with what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
  constructor(
    readonly problems: readonly string[],
    options?: ErrorOptions,
  ) {
    super(problems.join('\n'), options);
  }
}

/** The directory is in use by another running Ladder. */
export class DatabaseInUseError extends Error {
  override name = 'DatabaseInUseError';
}
