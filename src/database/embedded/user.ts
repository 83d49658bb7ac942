import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user who runs Postgres on a data directory. */
export interface PostgresUser {
  name: string;
  /** Given to `spawn`, and who gets new folders; empty for who runs Ladder. */
  ids: { uid?: number; gid?: number };
  /** What each command line begins with. */
  words: string[];
}

/**
 * Postgres refuses to be root. Where root runs Ladder, Postgres runs as the owner of its files, or of
 * the nearest folder above that exists, so that the files stay theirs. Where that is root too, it runs
 * in a user namespace, in which root has another number; where the system forbids that, as nobody.
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

/** Makes a folder for this user alone, with those above it, where they are missing. */
export function makeFolder(folder: string, user: PostgresUser): string {
  // Node's own way to make those above goes on for ever where the system makes none, as below /proc.
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

/** Whether a folder, and no link to one, is this user's, and closed to all others. */
export function isPrivate(folder: string, { ids }: PostgresUser): boolean {
  const { uid, mode } = lstatSync(folder);
  return uid === (ids.uid ?? process.geteuid?.()) && (mode & 0o170077) === 0o40000;
}
