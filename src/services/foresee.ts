import type { Transaction } from '../database/index.js';
import type { Context } from './context.js';

/** What a change would send is worked out for everybody while it is foreseen. */
const longestForeseeingMs = 60_000;

class Foreseen<T> extends Error {
  constructor(readonly result: T) {
    super('foreseen');
  }
}

/**
 * Runs the work in a transaction and, where `undo` is set, takes back all that it did. Returns what the
 * work returns; throws what it throws.
 */
export async function makeOrForesee<T>(
  { db }: Pick<Context, 'db'>,
  { undo }: { undo: boolean },
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  try {
    return await db.$transaction(
      async (tx) => {
        const result = await work(tx);
        if (undo) throw new Foreseen(result);
        return result;
      },
      undo ? { timeout: longestForeseeingMs } : {},
    );
  } catch (error) {
    if (error instanceof Foreseen) return error.result as T;
    throw error;
  }
}
