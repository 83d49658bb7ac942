import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { runNode } from '../support/node-process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-version-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a project into a folder, as an archive has it; out comes what a build notes there. */
async function buildIn(project: string) {
  for (const part of ['scripts', 'dist/src']) mkdirSync(join(project, part), { recursive: true });
  const script = join(project, 'scripts/write-version.mjs');
  cpSync(projectPath('scripts/write-version.mjs'), script);
  expect(await runNode(script)).toMatchObject({ code: 0, error: '' });
  return JSON.parse(readFileSync(join(project, 'dist/src/build.json'), 'utf8'));
}

function git(...words: string[]): string {
  const somebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  return execFileSync('git', [...somebody, ...words], { cwd: folder, encoding: 'utf8' }).trim();
}

/** Makes the folder a checkout with one file in its one commit; out comes the commit. */
function checkOut(): string {
  git('init', '--quiet');
  writeFileSync(join(folder, 'README.md'), 'Read me.\n');
  git('add', 'README.md');
  git('commit', '--quiet', '--message', 'Begin');
  return git('rev-parse', '--short=12', 'HEAD');
}

test('a build in a checkout knows its commit', async () => {
  const commit = checkOut();
  expect(await buildIn(folder)).toEqual({ commit });
});

test('a build of changed files says that they were changed', async () => {
  const commit = checkOut();
  writeFileSync(join(folder, 'README.md'), 'Changed.\n');
  expect(await buildIn(folder)).toEqual({ commit: `${commit}.changed` });
});

test('a build from an archive knows no commit, and takes no other project for its own', async () => {
  expect(await buildIn(folder)).toEqual({});
  checkOut();
  expect(await buildIn(join(folder, 'vendor/ladder'))).toEqual({});
});
