import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

export interface BreakableDatabase {
  /** Use this URL in place of the database's own. */
  url: string;
  /** From now on the database is away: connections break, new ones are refused. */
  cut(): void;
  /** It is back. */
  restore(): void;
  close(): Promise<void>;
}

/** A wire between a program and its database that a test can cut. */
export async function breakable(databaseUrl: string): Promise<BreakableDatabase> {
  const open = new Set<Socket>();
  let away = false;
  const server = createServer((near) => {
    if (away) return near.destroy();
    const far = connect(addressOf(databaseUrl));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut() {
      away = true;
      for (const socket of open) socket.destroy();
    },
    restore() {
      away = false;
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Where the database at this URL listens: a port or a unix socket. */
export function addressOf(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get('host');
  if (folder?.startsWith('/')) return { path: join(folder, '.s.PGSQL.5432') };
  return { host: url.hostname, port: Number(url.port || 5432) };
}
