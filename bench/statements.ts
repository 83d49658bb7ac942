import type { Database } from '../src/database/index.js';

/** The same database with a count of what it is asked; a transaction's begin and end not counted. */
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
