import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const listening = '0A';

/**
 * The program that listens on a port of this machine, as "node (process 1234)". Undefined where that
 * can't be seen: on other systems than Linux, and for other users' programs.
 */
export function portOwner(port: number): string | undefined {
  const inodes = ['tcp', 'tcp6'].flatMap((table) => listenersOn(port, table));
  if (inodes.length === 0) return undefined;
  const sockets = inodes.map((inode) => `socket:[${inode}]`);
  for (const pid of seen(() => readdirSync('/proc')).filter((name) => /^\d+$/.test(name))) {
    const files = seen(() => readdirSync(`/proc/${pid}/fd`));
    const owns = files.some((file) =>
      sockets.includes(seen(() => [readlinkSync(`/proc/${pid}/fd/${file}`)])[0] ?? ''),
    );
    if (!owns) continue;
    const [name = 'a program'] = seen(() => [readFileSync(`/proc/${pid}/comm`, 'utf8').trim()]);
    return `${name} (process ${pid})`;
  }
  return undefined;
}

/** The sockets' inodes; of a line "0: 0100007F:0BB8 00000000:0000 0A … inode" the tenth field. */
function listenersOn(port: number, table: string): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return seen(() => readFileSync(`/proc/net/${table}`, 'utf8').split('\n')).flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === listening && local.endsWith(`:${wanted}`) && inode ? [inode] : [];
  });
}

/** Nothing where the system doesn't show it, or it is gone by now. */
function seen(look: () => string[]): string[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
