import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { freeMegabytes, leastFreeMegabytes } from '../system/disk.js';
import { type Check, failing, ok } from './index.js';

/** Checks that the disk of the embedded database has room and is writable. */
export function diskCheck(directory: string, least: number = leastFreeMegabytes): Check {
  return {
    about: 'disk',
    holdsMs: 5000,
    otherwise: `DATA_DIR is gone or can't be written to. Mount it again, or make it writable for the user who runs Ladder, then restart Ladder.`,
    async run() {
      await access(directory, constants.R_OK | constants.W_OK);
      const free = await freeMegabytes(directory);
      if (free >= least) return ok('The disk of DATA_DIR has room.');
      return failing(
        `The disk of DATA_DIR is nearly full: ${free} MB are free. Make room; with less than ${least} MB nothing more may be saved.`,
      );
    },
  };
}
