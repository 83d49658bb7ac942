import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Who runs Postgres on a data directory. */
export interface PostgresUser {
  /** Given to `spawn`, and who gets new files; empty for who runs Ladder. */
  ids: { uid?: number; gid?: number };
  /** What each command line begins with. */
  words: string[];
}

/**
 * Postgres refuses to be root. Where root runs Ladder, Postgres runs as the owner of the data
 * directory, or of its parent while it is missing, so that the files stay theirs. Where that is root
 * too, it runs in a user namespace, in which root has another number, and where the system forbids
 * that, as nobody.
 */
export function postgresUser(directory: string): PostgresUser {
  if (process.geteuid?.() !== 0) return { ids: {}, words: [] };
  const { uid, gid } = nearest(directory);
  if (uid !== 0) return { ids: { uid, gid }, words: [] };
  const [user = 0, group = 0] = ['-u', '-g'].map((flag) => Number(idOf(flag, 'nobody')));
  const unshare = ['unshare', '--user', `--map-user=${user}`, `--map-group=${group}`];
  if (spawnSync('unshare', [...unshare.slice(1), 'true']).status === 0) {
    return { ids: {}, words: unshare };
  }
  if (existsSync(directory)) chownSync(directory, user, group);
  return { ids: { uid: user, gid: group }, words: [] };
}

function nearest(path: string): { uid: number; gid: number } {
  return existsSync(path) ? statSync(path) : nearest(dirname(path));
}

/** Makes a folder where it is missing, with those above it, for this user alone. */
export function makeFolder(folder: string, { ids }: PostgresUser): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; first !== undefined; made = dirname(made)) {
    if (ids.uid !== undefined) chownSync(made, ids.uid, ids.gid ?? ids.uid);
    if (made === first) return;
  }
}

/** The same for a folder that nobody else may have made or may write to. Throws an Error in words. */
export function makePrivateFolder(folder: string, user: PostgresUser): void {
  makeFolder(folder, user);
  const { uid, mode } = lstatSync(folder);
  if (uid === (user.ids.uid ?? process.geteuid?.()) && (mode & 0o170077) === 0o40000) return;
  throw new Error(
    `The folder ${folder} is not for this user alone, so the embedded database isn't opened to it. Remove it, or set DATA_DIR to a directory with a shorter path.`,
  );
}

function idOf(...words: string[]): string {
  return spawnSync('id', words, { encoding: 'utf8' }).stdout.trim();
}
