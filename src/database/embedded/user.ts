import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system user that runs Postgres on a data directory. */
export interface PostgresUser {
  name: string;
  /** Options for `spawn`, and the owner of new folders; empty for the user who runs Ladder. */
  ids: { uid?: number; gid?: number };
  /** The first words of each command line. */
  words: string[];
}

/**
 * Returns the user to run Postgres as, which refuses to run as root. Where Ladder runs as root,
 * that is the owner of its files or of the nearest existing parent folder, so that the owner stays
 * the same. If that is root too, Postgres runs in a user namespace, in which root has another
 * number; where the system forbids that, as nobody.
 */
export function postgresUser(files: string): PostgresUser {
  if (process.geteuid?.() !== 0) return { name: id('-un') || 'Ladder', ids: {}, words: [] };
  const owned = nearest(files);
  const { uid, gid } = statSync(owned);
  if (uid !== 0) return { name: id('-un', `${uid}`) || `${uid}`, ids: { uid, gid }, words: [] };
  const [nobody, group] = [id('-u', 'nobody'), id('-g', 'nobody')];
  const map = ['--user', `--map-user=${nobody}`, `--map-group=${group}`];
  const isAllowed = spawnSync('unshare', [...map, 'true']).status === 0;
  if (isAllowed) return { name: 'root', ids: {}, words: ['unshare', ...map] };
  const ids = { uid: Number(nobody), gid: Number(group) };
  if (owned === dirname(files)) chownSync(owned, ids.uid, ids.gid);
  return { name: 'nobody', ids, words: [] };
}

function id(...words: string[]): string {
  return spawnSync('id', words, { encoding: 'utf8' }).stdout?.trim() ?? '';
}

function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path));
}

/** Creates a private folder of this user and its missing parents. */
export function makeFolder(folder: string, user: PostgresUser): string {
  // Node's own recursive mkdir never returns where the system refuses to create any, as below
  // /proc.
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder), user);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (isFolder(folder)) return folder;
    throw error;
  }
  const { uid, gid } = user.ids;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/**
 * Returns whether a path is a folder (no link) that belongs to this user and is closed to all
 * others.
 */
export function isPrivate(folder: string, { ids }: PostgresUser): boolean {
  const { uid, mode } = lstatSync(folder);
  return uid === (ids.uid ?? process.geteuid?.()) && (mode & 0o170077) === 0o40000;
}
