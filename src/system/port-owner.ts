import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/**
 * Returns the program that listens on a port of this machine, as "node (process 1234)". Undefined
 * where that isn't visible: on systems other than Linux, and for other users' programs.
 */
export function portOwner(port: number): string | undefined {
  const inodes = ['tcp', 'tcp6'].flatMap((table) => listenersOn(port, table));
  if (inodes.length === 0) return undefined;
  const sockets = inodes.map((inode) => `socket:[${inode}]`);
  for (const pid of readOrNothing(() => readdirSync('/proc')).filter((name) =>
    /^\d+$/.test(name),
  )) {
    const files = readOrNothing(() => readdirSync(`/proc/${pid}/fd`));
    const owns = files.some((file) =>
      sockets.includes(readOrNothing(() => [readlinkSync(`/proc/${pid}/fd/${file}`)])[0] ?? ''),
    );
    if (!owns) continue;
    const [name = 'a program'] = readOrNothing(() => [
      readFileSync(`/proc/${pid}/comm`, 'utf8').trim(),
    ]);
    return `${name} (process ${pid})`;
  }
  return undefined;
}

/**
 * Returns the inodes of listening sockets, the tenth field of a line "0: 0100007F:0BB8
 * 00000000:0000 0A … inode".
 */
function listenersOn(port: number, table: string): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return readOrNothing(() => readFileSync(`/proc/net/${table}`, 'utf8').split('\n')).flatMap(
    (line) => {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      return state === listening && local.endsWith(`:${wanted}`) && inode ? [inode] : [];
    },
  );
}

/** Returns an empty list where the system denies access, or the process has ended. */
function readOrNothing(read: () => string[]): string[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
