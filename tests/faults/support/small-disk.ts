import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small file system of its own, to be filled up. */
export interface SmallDisk {
  /** A folder on it. */
  folder: string;
  /** Writes until nothing more fits. */
  fill(): void;
  /** Makes room again: all of it, or so many bytes. */
  makeRoom(bytes?: number): void;
  remove(): void;
}

/** Mounts one of so many megabytes. Throws an Error in words where that isn't allowed. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const mountPoint = mkdtempSync(join(tmpdir(), 'ladder-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', mountPoint]);
  } catch (error) {
    rmSync(mountPoint, { recursive: true, force: true });
    throw new Error(
      'The fault suite fills a small disk, and may not mount one here: run it as root, on a machine or in a container that may mount.',
      { cause: error },
    );
  }
  const folder = join(mountPoint, 'data');
  mkdirSync(folder);
  const ballast = join(mountPoint, 'ballast');
  return {
    folder,
    fill: () => fill(mountPoint, ballast),
    makeRoom(bytes) {
      if (bytes === undefined) rmSync(ballast, { force: true });
      else truncateSync(ballast, Math.max(0, statSync(ballast).size - bytes));
    },
    remove() {
      execFileSync('umount', ['--lazy', mountPoint]);
      rmSync(mountPoint, { recursive: true, force: true });
    },
  };
}

function fill(mountPoint: string, ballast: string): void {
  const file = openSync(ballast, 'a');
  try {
    for (let size = 1 << 20; size >= 4096; size /= 2) {
      const part = Buffer.alloc(size);
      while (statfsSync(mountPoint).bavail * statfsSync(mountPoint).bsize >= size) {
        if (writeSync(file, part) < size) break;
      }
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}
