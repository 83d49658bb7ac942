import { statfs } from 'node:fs/promises';

/** With less free space the database may stop in the middle of a day: it writes 16 MB at a time. */
export const leastFreeMegabytes = 100;

/** Returns the free space for the user who runs Ladder, in bytes. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** Returns the free space, in whole megabytes. */
export async function freeMegabytes(directory: string): Promise<number> {
  return Math.floor((await freeBytes(directory)) / (1024 * 1024));
}
