import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../src/project-path.js';

/** The user of the service: whom each Debian machine has, where root runs the tests. */
export const serviceUser = process.getuid?.() === 0 ? 1 : undefined;

/** A release as an operator has it: unpacked, nothing in it writable, and an empty folder beside it. */
export interface Installed {
  /** The folder of what `npm run release` wrote. */
  written: string;
  archive: string;
  tree: string;
  /** Writes are for the service's user alone. */
  home: string;
  remove(): void;
}

/** Makes a release of what is built, and unpacks it. */
export function installRelease(): Installed {
  execFileSync(process.execPath, ['scripts/release.mjs'], { cwd: projectPath(), stdio: 'pipe' });
  const written = projectPath('release');
  const archive = readdirSync(written).find((name) => name.endsWith('.tar.gz')) ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'ladder-release-'));
  chmodSync(folder, 0o755);
  const tree = join(folder, 'opt');
  const home = join(folder, 'home');
  mkdirSync(tree);
  mkdirSync(home, { mode: 0o700 });
  execFileSync('tar', ['-xzf', join(written, archive), '-C', tree, '--strip-components=1']);
  execFileSync('chmod', ['-R', 'a-w', tree]);
  if (serviceUser !== undefined) execFileSync('chown', [`${serviceUser}:${serviceUser}`, home]);
  const remove = () => {
    execFileSync('chmod', ['-R', 'u+w', tree]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  };
  return { written, archive, tree, home, remove };
}
