import { randomUUID } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { access, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** For its owner alone: it has secrets in it. */
const mode = 0o600;

/**
 * Writes a file that only its owner can read, whole or not at all. One that is there is replaced and
 * keeps its owner and group, and what its group may read. Throws the system's error.
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const place = await realPathOf(path);
  const before = await statOf(place);
  const part = `${place}.${randomUUID().slice(0, 8)}`;
  try {
    const file = await open(part, 'wx', mode);
    try {
      if (before && (before.uid !== process.getuid?.() || before.gid !== process.getgid?.())) {
        await file.chown(before.uid, before.gid);
      }
      await file.chmod(mode | ((before?.mode ?? 0) & 0o040));
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Throws the system's error where a file at this path could not be written. */
export async function refuseUnwritable(path: string): Promise<void> {
  await access(dirname(await realPathOf(path)), constants.W_OK | constants.X_OK);
}

/** A link is followed, and stays. */
async function realPathOf(path: string): Promise<string> {
  return (await statOf(path)) ? realpath(path) : path;
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
