import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { freeMegabytes, leastFreeMegabytes } from '../system/disk.js';
import { inWords, placeOf, refuseEarlierFormat } from './embedded/place.js';
import { isThereEmbedded } from './embedded.js';

/**
 * Returns why the embedded database can't use this directory, in the same words as the start;
 * undefined if it can. Creates and changes nothing.
 */
export async function dataDirectoryProblem(dataDirectory: string): Promise<string | undefined> {
  const place = placeOf(dataDirectory);
  const { directory } = place;
  try {
    refuseEarlierFormat(place);
    const nearest = await nearestThatIs(directory);
    const isDirectory = (await stat(nearest)).isDirectory();
    if (!isDirectory) throw Object.assign(new Error('not a directory'), { code: 'ENOTDIR' });
    const unfit = isThereEmbedded(directory) ? undefined : await nearlyFull(nearest);
    if (unfit === undefined)
      await access(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
    return unfit;
  } catch (error) {
    const problem = inWords(error, place, userInfo().username);
    return problem instanceof Error ? problem.message : String(problem);
  }
}

/** Returns advice where the disk of a directory has little room; undefined where it has enough. */
export async function nearlyFull(directory: string): Promise<string | undefined> {
  const { blocks } = await statfs(directory);
  if (blocks === 0) return `${directory} is on no disk. Set DATA_DIR to another directory.`;
  const free = await freeMegabytes(directory);
  if (free >= leastFreeMegabytes) return undefined;
  return `The disk of DATA_DIR ${directory} is nearly full: ${free} MB are free. Make room; with less than ${leastFreeMegabytes} MB nothing more may be saved.`;
}

/**
 * Returns the path itself or its nearest existing parent. Throws the system's error if it can't be
 * read.
 */
async function nearestThatIs(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return nearestThatIs(dirname(path));
    throw error;
  }
}
