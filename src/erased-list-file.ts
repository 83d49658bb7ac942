import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from './services/context.js';
import { type ErasedList, parseErasedList, readErasedList } from './services/erased/index.js';

/** The list's file within DATA_DIR, beside the database, so that it outlives it. */
function erasedListPath(dataDirectory: string): string {
  return join(dataDirectory, 'erased.json');
}

/**
 * Writes the list of erased people into DATA_DIR, so that a restored backup can be cleared of them; of
 * what the file has already nothing is taken away. Writes nothing while nobody was erased. Throws the
 * system's error where it can't be written.
 */
export async function keepErasedList(
  context: Pick<Context, 'db'>,
  dataDirectory: string,
): Promise<void> {
  const { erased } = await readErasedList(context);
  const path = erasedListPath(dataDirectory);
  const before = readKeptErasedList(dataDirectory)?.erased ?? [];
  const all = new Map([...before, ...erased].map((one) => [`${one.slackTeamId} ${one.hash}`, one]));
  if (all.size === before.length) return;
  const list: ErasedList = { format: 1, erased: [...all.values()] };
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const part = `${path}.new`;
  await writeFile(part, `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(part, path);
}

/**
 * Returns a function that writes the list whenever somebody was erased since it was last written.
 * Throws the system's error where it can't be written; the next call tries again.
 */
export function erasedListKeeper(
  context: Pick<Context, 'db'>,
  dataDirectory: string,
): () => Promise<void> {
  let known = 0;
  return async () => {
    const count = await context.db.erasedPerson.count();
    if (count === known) return;
    await keepErasedList(context, dataDirectory);
    known = count;
  };
}

/** Reads a list's file. Throws an Error in words where it is none. */
export function readErasedFile(path: string): ErasedList {
  const list = parseErasedList(readFileSync(path, 'utf8'));
  if (list) return list;
  throw new Error(
    `${path} is no list of erased people. Give one that Ladder has written: erased.json in DATA_DIR.`,
  );
}

/** Reads the list in DATA_DIR; undefined where there is none. Throws as `readErasedFile` does. */
export function readKeptErasedList(dataDirectory: string): ErasedList | undefined {
  const path = erasedListPath(dataDirectory);
  return existsSync(path) ? readErasedFile(path) : undefined;
}
