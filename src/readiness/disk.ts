import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { type Check, failing, ok } from './index.js';

const megabyte = 1024 * 1024;
/** With less free space the database may stop in the middle of a day: it writes 16 MB at a time. */
const leastFreeMegabytes = 100;

/** Checks that the disk of the embedded database has room and is writable. */
export function diskCheck(directory: string, least: number = leastFreeMegabytes): Check {
  return {
    about: 'disk',
    holdsMs: 5000,
    otherwise: `DATA_DIR is gone or can't be written to. Mount it again, or make it writable for the user who runs Ladder, then restart Ladder.`,
    async look() {
      await access(directory, constants.R_OK | constants.W_OK);
      const free = Math.floor((await freeBytes(directory)) / megabyte);
      if (free >= least) return ok('The disk of DATA_DIR has room.');
      return failing(
        `The disk of DATA_DIR is nearly full: ${free} MB are free. Make room; with less than ${least} MB nothing more may be saved.`,
      );
    },
  };
}

/** Returns the free space for the user who runs Ladder, in bytes. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}
