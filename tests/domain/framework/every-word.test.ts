import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseFrameworkFiles, type SourceFile } from '../../../src/domain/framework/file.js';
import { textsOf } from '../../support/ladder-texts.js';
import { largeLadder, wideLadder } from '../../support/ladders/made-up.js';

const FOLDER = 'tests/support/ladders';
const file = (name: string): SourceFile => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
});

const filesOf = (folder: string) =>
  readdirSync(join(FOLDER, folder)).map((name) => file(`${folder}/${name}`));

const ladders: [string, SourceFile[]][] = [
  ['levels that eight tracks share', [file('workshop-levels.yaml')]],
  ['rungs that add up', [file('lighthouse-cumulative.yaml')]],
  ['competencies with rubrics', [file('orchestra-rubrics.yaml')]],
  ['a system of points', [file('tea-house-points.yaml')]],
  ['a framework for each craft', [file('harbour-frameworks.yaml')]],
  ['families in a folder', filesOf('bakery')],
  ['shared levels, and names that groups tell apart, in a folder', filesOf('railway')],
  ['205 roles in 52 tracks', [{ name: 'large.yaml', text: largeLadder() }]],
  ['a wide table', [{ name: 'wide.yaml', text: wideLadder() }]],
  [
    'the built-in ladder',
    [{ name: 'built-in.yaml', text: readFileSync('ladders/business-operations.yaml', 'utf8') }],
  ],
];

/** What refers to something else, and what is no text. */
const references = new Set(['key', 'track', 'leads_to', 'was', 'rate', 'format']);

/** Every text of a file, but for keys and the levels that are asked by their key. */
function textsIn(value: unknown, levels: Set<string>, place = ''): string[] {
  if (typeof value === 'string') {
    const isLevel = ['expectations', 'all_roles'].includes(place) && levels.has(value);
    return isLevel ? [] : [value.trim()];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, levels, place));
  return Object.entries(value).flatMap(([key, one]) => {
    if (references.has(key) || (key === 'level' && !('title' in value))) return [];
    const isPart = ['expectations', 'all_roles'].includes(place) && typeof one === 'string';
    return textsIn(one, levels, isPart ? place : key);
  });
}

function readLadder(sources: SourceFile[]) {
  const result = parseFrameworkFiles(sources);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems.slice(0, 9)));
  return result.framework;
}

const distinct = (texts: string[]) => [...new Set(texts)].sort();
const wordCount = (texts: string[]) => texts.join(' ').split(/\s+/).length;

describe('no word is lost and none made up', () => {
  test.each(ladders)('of %s', (_, sources) => {
    const data = sources.map(({ text }) => parse(text));
    const levels = new Set<string>(
      data
        .flatMap((one) => [
          one.levels,
          ...(one.competencies ?? []).map((each: { levels?: unknown }) => each.levels),
        ])
        .flatMap((some) => (Array.isArray(some) ? some.map(({ key }) => key) : [])),
    );
    const written = distinct(data.flatMap((one) => textsIn(one, levels)));
    const resolved = distinct(textsOf(readLadder(sources)));
    expect(resolved).toEqual(written);
    expect(wordCount(resolved)).toBe(wordCount(written));
    expect(written.length).toBeGreaterThan(20);
  });

  test('of the large ladder, which is as large as it says', () => {
    const data = parse(largeLadder());
    expect([data.roles, data.tracks, data.competencies].map((list) => list.length)).toEqual([
      ...[205, 52, 188],
    ]);
    for (const { expectations } of data.roles) expect(Object.keys(expectations)).toHaveLength(22);
    expect(largeLadder()).toMatch(/- T\d+ [a-z .]{840,860}\n/);
  });

  test('in two seconds of work for the largest', () => {
    const text = largeLadder();
    const begun = process.cpuUsage();
    const result = parseFrameworkFiles([{ name: 'large.yaml', text }]);
    const { user, system } = process.cpuUsage(begun);
    expect(result).toHaveProperty('framework');
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
