import { readFileSync } from 'node:fs';
import { projectPath } from './project-path.js';

/**
 * The version of `package.json` and, for a build in a git checkout, its commit:
 * `0.1.0+4f2a9c1b7d3e`, with `.changed` at the end if files differed from the commit.
 */
export const version = joined(packageVersion(), builtFrom());

function packageVersion(): string {
  const text = readFileSync(projectPath('package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Returns what the build wrote beside this module; undefined for sources, or without git. */
function builtFrom(): string | undefined {
  try {
    const text = readFileSync(new URL('./build.json', import.meta.url), 'utf8');
    return (JSON.parse(text) as { commit?: string }).commit;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function joined(release: string, commit: string | undefined): string {
  return commit === undefined ? release : `${release}+${commit}`;
}
