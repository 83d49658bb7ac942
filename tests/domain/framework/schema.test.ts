import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFrameworkFile } from '../../../src/domain/framework/file.js';
import { frameworkHash } from '../../../src/domain/framework/hash.js';
import { parseStoredFramework } from '../../../src/domain/framework/schema.js';
import { ladderFileOf, largeFramework } from '../../support/large-framework.js';

const file = readFileSync('ladders/business-operations.yaml', 'utf8');
const result = parseFrameworkFile(file, 'business-operations.yaml');
if ('problems' in result) throw new Error('The built-in ladder has problems');
const { framework } = result;

describe('a stored framework', () => {
  test('comes back as it went in', () => {
    expect(parseStoredFramework(JSON.parse(JSON.stringify(framework)))).toEqual(framework);
  });

  test('is refused if it is damaged, by place and without its texts', () => {
    const damaged = structuredClone(framework);
    Object.assign(damaged.roles[1] ?? {}, { title: 7, secret: 'what somebody wrote' });
    expect(() => parseStoredFramework(damaged)).toThrow(
      'The stored framework is damaged at roles.1.title, roles.1',
    );
    expect(() => parseStoredFramework(null)).toThrow('damaged at the document');
  });
});

describe("a framework's hash", () => {
  test('is a SHA-256 in hexadecimal', () => {
    expect(frameworkHash(framework)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of the built-in ladder stays, whatever else the format learns', () => {
    const hash = '323badcf6ddcaa31e117e8d465807d5c213a73b79bb3465a1469220dd349d974';
    expect(frameworkHash(framework)).toBe(hash);
    expect(frameworkHash(parseStoredFramework(JSON.parse(JSON.stringify(framework))))).toBe(hash);
  });

  test('stays the same however the properties are ordered', () => {
    expect(frameworkHash(reversed(framework))).toBe(frameworkHash(framework));
  });

  test('changes with a word, and with the order of the roles', () => {
    const [first, ...others] = framework.roles;
    const hashes = [
      framework,
      { ...framework, name: 'Business operations' },
      { ...framework, roles: first ? [...others, first] : [] },
    ].map(frameworkHash);
    expect(new Set(hashes).size).toBe(3);
  });
});

describe('a framework of 40 competencies and 60 roles with texts of 3,000 characters', () => {
  const large = largeFramework();

  test('is as large as it says', () => {
    expect(large.competencies).toHaveLength(40);
    expect(large.roles).toHaveLength(60);
    expect(large.scale).toHaveLength(9);
    expect(large.roles.every(({ title }) => title.length === 75)).toBe(true);
    const texts = large.roles[0]?.expectations.flatMap(({ behaviours }) => behaviours) ?? [];
    expect(texts.every(({ text }) => text.length === 3000)).toBe(true);
  });

  test('is read from its file without a loss', { timeout: 60_000 }, () => {
    expect(parseFrameworkFile(ladderFileOf(large), 'large.yaml')).toEqual({ framework: large });
  });

  test('is read back from where it was stored', () => {
    expect(parseStoredFramework(JSON.parse(JSON.stringify(large)))).toEqual(large);
  });
});

/** The same value with the properties of every object in reverse order. */
function reversed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(reversed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)])) as Value;
}
