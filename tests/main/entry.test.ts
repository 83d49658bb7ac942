import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { runNode } from '../support/node-process.js';

const preload = `--import=${projectPath('tests/support/old-node-preload.mjs')}`;
const programs = ['dist/src/main.js', 'dist/src/cli.js', 'dist/playground/main.js'];

test.each([...programs, 'scripts/run-built.cjs', 'src/entry.cjs'])(
  'an operator with an old Node hears that first from %s, whatever else is wrong',
  async (program) => {
    const env = { NODE_OPTIONS: preload, NODE_VERSION_SAID: '18.20.8', PORT: 'none' };
    expect(await runNode(program, [], { env })).toEqual({
      code: 1,
      out: '',
      error: expect.stringMatching(
        /^Ladder needs Node 20\.19 or newer, and this is Node 18\.20\.8 .*npm ci && npm run build\n$/,
      ),
    });
  },
);

test.each([
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['22.1.0', 0],
])('Node %s is looked at as a whole', async (version, code) => {
  const env = { NODE_OPTIONS: preload, NODE_VERSION_SAID: version };
  expect(await runNode('src/entry.cjs', [], { env })).toMatchObject({ code });
});

test('the version that is asked for is the one that package.json names', () => {
  const { engines } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node) ?? [];
  const text = readFileSync(projectPath('src/entry.cjs'), 'utf8');
  expect(text).toContain(`var neededMajor = ${major};\nvar neededMinor = ${minor};`);
});

test.each(['src/entry.cjs', 'scripts/run-built.cjs', ...programs])(
  'an old Node can read all of %s before it is refused',
  (program) => {
    const code = readFileSync(projectPath(program), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code).not.toMatch(/\?\?|\?\.|\basync\b|\bawait\b|\bclass\b|\.\.\./);
    expect(code.match(/^import .*/gm) ?? []).toSatisfy((imports: string[]) =>
      imports.every((line) => line.includes('entry.cjs')),
    );
  },
);

test.each([
  ['is missing', (folder: string) => rmSync(folder, { recursive: true })],
  ['is half installed', (folder: string) => writeFileSync(join(folder, 'index.js'), 'const {')],
])('an operator whose package %s hears what to do', async (_, damage) => {
  const folder = mkdtempSync(join(tmpdir(), 'ladder-parts-'));
  mkdirSync(join(folder, 'node_modules/part'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/part/index.js'), 'module.exports = {};');
  cpSync(projectPath('src/entry.cjs'), join(folder, 'entry.cjs'));
  writeFileSync(join(folder, 'program.mjs'), "import 'part'; export const run = async () => {};");
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    "import entry from './entry.cjs'; entry.begin(() => import('./program.mjs'));",
  );
  expect(await runNode(main)).toEqual({ code: 0, out: '', error: '' });
  damage(join(folder, 'node_modules/part'));
  expect(await runNode(main)).toEqual({
    code: 1,
    out: '',
    error: expect.stringMatching(
      /^A part of Ladder can't be loaded: .*\nInstall and build it again: npm ci && npm run build\n$/,
    ),
  });
  rmSync(folder, { recursive: true });
});
