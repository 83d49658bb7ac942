import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/**
 * Takes a directory for this process alone. The lock is a listening unix socket: the system stops
 * listening when the process ends, however it ends, so a dead process never leaves the lock behind.
 * In goes the directory (it must exist and have a short path, see `socketDirectory`); out comes a
 * function that gives the lock back, or undefined if a living process holds it.
 */
export async function lockDirectory(directory: string): Promise<(() => void) | undefined> {
  const lock = join(directory, 'lock');
  const own = join(directory, `lock.${randomUUID().slice(0, 8)}`);
  const server = await listen(own);
  const giveBack = () => {
    rmSync(lock, { force: true });
    rmSync(own, { force: true });
    server.close();
  };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (linkIfFree(own, lock)) return giveBack;
    if (await someoneListens(lock)) break;
    await setAsideIfDead(lock);
  }
  rmSync(own, { force: true });
  server.close();
  return undefined;
}

function linkIfFree(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (code(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may both find a dead lock; whoever moved a living one by mistake puts it back. */
async function setAsideIfDead(lock: string): Promise<void> {
  const aside = `${lock}.${randomUUID().slice(0, 8)}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (code(error) === 'ENOENT') return;
    throw error;
  }
  if (await someoneListens(aside)) linkIfFree(aside, lock);
  rmSync(aside, { force: true });
}

function listen(path: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** Whether a living process listens on the unix socket at this path. */
export function someoneListens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

function code(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
