// The last step of the build: stores the commit that it was made from, so that git isn't needed at
// run time. From an archive, or without git, no commit is stored.
import { spawnSync } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)));
const commit = commitOf(root);
writeFileSync(`${root}/dist/src/build.json`, `${JSON.stringify(commit ? { commit } : {})}\n`);

/**
 * Another project's commit is none: an archive may lie within a checkout of something else.
 * @param {string} folder
 */
function commitOf(folder) {
  const top = git('rev-parse', '--show-toplevel');
  if (top === undefined || realpathSync(top) !== folder) return undefined;
  const hash = git('rev-parse', '--short=12', 'HEAD');
  if (hash === undefined) return undefined;
  return git('status', '--porcelain', '--untracked-files=no') === '' ? hash : `${hash}.changed`;
}

/**
 * What a git command prints; undefined if it fails, for example because there is no git.
 * @param {string[]} words
 */
function git(...words) {
  const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
