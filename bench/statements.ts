import type { Database } from '../src/database/index.js';

/** Returns the same database with a count of its statements, without begin and commit. */
export function counted(db: Database): { db: Database; statements: () => number } {
  let count = 0;
  const watched = db.$extends({
    query: {
      $allOperations({ args, query }) {
        count += 1;
        return query(args);
      },
    },
  });
  return { db: watched as unknown as Database, statements: () => count };
}
