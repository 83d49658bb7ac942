// @ts-check
// Plain JavaScript, because the worker of the embedded database loads it as it is.

/** What PGlite does with a message, in steps. */
const steps = /** @type {const} */ ([
  '_PostgresMainLoopOnce',
  '_PostgresMainLongJmp',
  '_PostgresSendReadyForQueryIfNecessary',
]);

/**
 * Calls `onDeath` with the reason when Postgres itself has ended: it panicked (the disk is full),
 * or what it runs on broke. PGlite takes no notice of that and would go on with the broken memory,
 * or for ever; `onDeath` must not return.
 * @param {import('@electric-sql/pglite').PGlite} db
 * @param {(reason: string) => never} onDeath
 * @param {() => Buffer} answers What Postgres has answered so far to what it is working on.
 */
export function watchForDeath(db, answers, onDeath) {
  for (const step of steps) {
    const take = db.Module[step];
    db.Module[step] = () => {
      try {
        take();
      } catch (thrown) {
        // How PGlite gets out of a query that failed; it knows what to do then.
        if (thrown === 'unwind') throw thrown;
        onDeath(lastWords(answers()) ?? String(thrown));
      }
    };
  }
}

/**
 * The message of Postgres's last error, if it ended Postgres; other errors may hold people's words.
 * @param {Buffer} answers Whole messages of the Postgres protocol.
 */
export function lastWords(answers) {
  let words;
  for (let at = 0; at + 5 <= answers.length; at += 1 + answers.readInt32BE(at + 1)) {
    if (answers[at] !== 0x45) continue;
    const end = at + 1 + answers.readInt32BE(at + 1);
    const fields = answers.toString('utf8', at + 5, end).split('\0');
    const field = (/** @type {string} */ key) => fields.find((one) => one[0] === key)?.slice(1);
    if (field('V') === 'PANIC' || field('V') === 'FATAL') words = field('M');
  }
  return words;
}
