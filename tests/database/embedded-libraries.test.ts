import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPostgres, linkLibraries } from '../../src/database/embedded/files.js';

describe('a Postgres whose package was installed without its scripts', () => {
  let folder: string;
  let native: string;
  let links: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ladder-libraries-'));
    chmodSync(folder, 0o755);
    native = join(folder, 'native');
    links = join(folder, 'links');
    mkdirSync(links, { mode: 0o777 });
    chmodSync(links, 0o777);
    const isLink = (path: string) => lstatSync(path).isSymbolicLink();
    cpSync(findPostgres(), native, { recursive: true, filter: (path) => !isLink(path) });
  });
  afterEach(() => {
    // Only root can remove the contents of a read-only folder.
    chmodSync(join(native, 'lib'), 0o755);
    rmSync(folder, { recursive: true, force: true });
  });

  const version = (libraries?: string) =>
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], {
      env: { ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }) },
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });

  it('does not run as it is', () => {
    expect(() => version()).toThrow();
  });

  it('gets its links where they belong, also when two starts make them at once', () => {
    expect(linkLibraries(native, () => links)).toBeUndefined();
    expect(linkLibraries(native, () => links)).toBeUndefined();
    expect(version()).toMatch(/^postgres \(PostgreSQL\) 18/);
    expect(readdirSync(links)).toEqual([]);
  });

  it('gets them elsewhere where its folder can only be read', () => {
    chmodSync(join(native, 'lib'), 0o555);
    const libraries = asOrdinaryUser(() => linkLibraries(native, () => links));
    expect(libraries).toBe(links);
    expect(version(links)).toMatch(/^postgres \(PostgreSQL\) 18/);
    expect(existsSync(join(native, 'lib', 'libicui18n.so.60'))).toBe(false);
    // Ladder was moved, and its old place is gone.
    rmSync(join(links, 'libicui18n.so.60'));
    expect(asOrdinaryUser(() => linkLibraries(native, () => links))).toBe(links);
    expect(version(links)).toMatch(/^postgres \(PostgreSQL\) 18/);
  });
});

/** Root may write anywhere. */
function asOrdinaryUser<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.('nobody');
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
