import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

/** Lints one file as if it stood at this path; out comes what the linter says. */
function lint(path: string, source: string): string {
  const file = projectPath(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  try {
    const biome = projectPath('node_modules', '.bin', 'biome');
    return execFileSync(biome, ['lint', '--colors=off', file], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  } finally {
    rmSync(file);
  }
}

const probe = (folder: string) => join('src', folder, `import-rule-probe-${process.pid}.ts`);

describe('the import rule', () => {
  afterEach(() => rmSync(projectPath(probe('domain')), { force: true }));

  it.each([
    ['domain', '../services/people.js'],
    ['domain', '../database/index.js'],
    ['domain', '@slack/bolt'],
    ['domain', 'node:fs'],
    ['services', '../slack/app.js'],
    ['services', '../jobs/index.js'],
    ['services', '@slack/web-api'],
    ['slack', '../database/index.js'],
    ['slack', '../jobs/index.js'],
    ['slack/role', '../../database/index.js'],
    ['jobs', '../slack/app.js'],
    ['jobs', '../database/index.js'],
    ['database', '../services/people.js'],
    ['slack', '../../playground/contract.js'],
    ['services', '../main.js'],
    ['services', '../metrics/index.js'],
    ['slack', '../metrics/index.js'],
    ['jobs', '../readiness/index.js'],
  ])('keeps %s from importing %s, values and types alike', (folder, module) => {
    const value = lint(probe(folder), `import * as it from '${module}';\nexport const x = it;\n`);
    const type = lint(
      probe(folder),
      `import type * as It from '${module}';\nexport type X = It.Y;\n`,
    );
    expect(value).toContain('noRestrictedImports');
    expect(type).toContain('noRestrictedImports');
  });

  it.each([
    ['services', '../domain/day.js'],
    ['services', '../database/index.js'],
    ['slack', '../services/people.js'],
    ['slack/role', '../../domain/day.js'],
    ['jobs', '../services/people.js'],
  ])('lets %s import %s', (folder, module) => {
    const source = `import * as it from '${module}';\nexport const x = it;\n`;
    expect(lint(probe(folder), source)).not.toContain('noRestrictedImports');
  });
});
