import type { StorageConfig } from '../../config.js';
import { count } from '../../domain/text/count.js';
import { readErasedFile, readKeptErasedList } from '../../erased-list-file.js';
import type { ErasedList } from '../../services/erased/index.js';

/**
 * Reads the lists of people who were erased: the one in DATA_DIR, if there is one, and these files.
 * Throws an Error in words where one of them can't be read.
 */
export function erasedLists(
  { dataDirectory }: StorageConfig,
  files: readonly string[],
): ErasedList[] {
  const kept = readKeptErasedList(dataDirectory);
  return [...(kept ? [kept] : []), ...files.map(readErasedFile)];
}

/** Says how many people of a backup were erased again, by how many lists. */
export function erasedText(erased: number, lists: number): string {
  if (erased > 0) {
    return `${count(erased, 'person was', 'people were')} erased since, and erased again.`;
  }
  return lists > 0
    ? 'Nobody in it was erased since, by the list of erased people.'
    : 'There is no list of people who were erased since. If you have the erased.json of the lost data, run "ladder after-restore --erased FILE" before you start the server.';
}
