import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { runNode } from '../support/node-process.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-built-'));
  for (const name of ['scripts/run-built.cjs', 'src/entry.cjs']) {
    cpSync(projectPath(name), join(folder, name));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run ladder -- about me` does in the folder. */
function run() {
  return runNode(join(folder, 'scripts/run-built.cjs'), ['dist/cli.mjs', 'about', 'me']);
}

test('before a build, the command line says what to do', async () => {
  const error = 'Ladder is not built yet. Run this first: npm install && npm run build\n';
  expect(await run()).toEqual({ code: 1, out: '', error });
});

test('after a build, it gets its words and gives its exit code', async () => {
  mkdirSync(join(folder, 'dist'));
  const script = 'console.log(process.argv.slice(2).join()); process.exitCode = 3;';
  writeFileSync(join(folder, 'dist/cli.mjs'), script);
  expect(await run()).toEqual({ code: 3, out: 'about,me\n', error: '' });
});
