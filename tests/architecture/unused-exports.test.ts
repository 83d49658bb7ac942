import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Returns the exports and files that the product doesn't use, as knip reports them. */
function unusedIn(folder: string): string[] {
  const output = execFileSync(
    projectPath('node_modules', '.bin', 'knip'),
    [
      ...['--production', '--no-exit-code', '--reporter', 'json'],
      ...['--directory', folder, '--config', projectPath('knip.json')],
    ],
    { encoding: 'utf8', stdio: 'pipe' },
  );
  const { issues } = JSON.parse(output) as {
    issues: { file: string; [kind: string]: string | { name: string }[] }[];
  };
  return issues.flatMap(({ file, ...kinds }) =>
    Object.values(kinds).flatMap((names) =>
      typeof names === 'string' ? [] : names.map(({ name }) => `${file}: ${name}`),
    ),
  );
}

describe('unused exports', () => {
  const house = mkdtempSync(join(tmpdir(), 'unused-'));
  afterAll(() => rmSync(house, { recursive: true }));

  function write(path: string, source: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }

  it('are found where only a test or nobody imports them', () => {
    write('package.json', '{ "name": "house", "type": "module" }');
    write('src/main.ts', "import { used } from './domain/index.js';\nused();\n");
    write('src/domain/index.ts', "export { forTheDoor, used, type Used } from './noun.js';\n");
    write(
      'src/domain/noun.ts',
      [
        'export const used = () => helper() + inPlayground;',
        'export const helper = () => 1;',
        'export const inPlayground = 1;',
        'export const tested = 1;',
        'export const forTheDoor = 1;',
        '/** @internal */',
        'export const shownToTests = 1;',
        'export interface Used { one: number }',
      ].join('\n'),
    );
    write('playground/main.ts', "export { inPlayground } from '../src/domain/noun.js';\n");
    write('tests/noun.test.ts', "import { tested } from '../src/domain/noun.js';\ntested;\n");
    write('src/domain/orphan.ts', 'export const nobody = 1;\n');
    expect(unusedIn(house).sort()).toEqual([
      'src/domain/index.ts: Used',
      'src/domain/index.ts: forTheDoor',
      'src/domain/noun.ts: Used',
      'src/domain/noun.ts: forTheDoor',
      'src/domain/noun.ts: helper',
      'src/domain/noun.ts: tested',
      'src/domain/orphan.ts: src/domain/orphan.ts',
    ]);
  });

  it('are none in this project', () => {
    expect(unusedIn(projectPath())).toEqual([]);
  });
});
