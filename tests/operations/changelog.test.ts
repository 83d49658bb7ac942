import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

const text = readFileSync(projectPath('CHANGELOG.md'), 'utf8');
const releases = text
  .split(/^## /m)
  .slice(1)
  .map((part) => {
    const [, version = '', date = ''] = /^(\S+) – (.+)$/m.exec(part) ?? [];
    return { version, date, text: part };
  });
const [newest, ...earlier] = releases;
const numbers = (version: string) => version.split('.').map(Number);

describe('the changelog', () => {
  it('has the version of the package first', () => {
    const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
    expect(newest?.version).toBe(version);
  });

  it('goes down in whole versions to 0.1.0', () => {
    const versions = releases.map(({ version }) => version);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const sorted = versions.toSorted((a, b) => {
      const [left, right] = [numbers(a), numbers(b)];
      const at = left.findIndex((number, place) => number !== right[place]);
      return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
    });
    expect(versions).toEqual(sorted);
    expect(versions.at(-1)).toBe('0.1.0');
  });

  it.each(releases)('says of $version what the update asks for', ({ text }) => {
    expect(text).toMatch(/^\| migration \| (yes|no|none)\b.+\|$/m);
    expect(text).toMatch(/^\| how long for 100,000 people \| (–|[^|]*\d+ (s|min)\b[^|]*) \|$/m);
    expect(text).toMatch(/^\| backup first \| (yes\b|–).*\|$/m);
  });

  it.each(earlier)('has data of $version, on which upgrades are tested', ({ version, date }) => {
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(existsSync(projectPath('tests', 'database', 'released', `${version}.sql`))).toBe(true);
  });
});
