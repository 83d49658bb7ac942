import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ladderJsonSchema } from '../../../src/domain/framework/json-schema.js';
import { guideExamples } from './example.js';

const file = JSON.parse(readFileSync('ladders/ladder.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: true });
(formats as unknown as (one: Ajv2020) => void)(ajv);
const isLadder = ajv.compile(file);
const builtIn = readFileSync('ladders/business-operations.yaml', 'utf8');

describe('the JSON schema of ladder files', () => {
  test('is the one that the reader of ladders gives (`npm run ladder-schema` writes it anew)', () => {
    expect(file).toEqual(JSON.parse(JSON.stringify(ladderJsonSchema())));
  });

  test('stands at the top of the built-in ladder, for editors', () => {
    expect(builtIn).toMatch(/^# yaml-language-server: \$schema=\.\/ladder\.schema\.json\n/);
  });

  test('accepts the built-in ladder and every example of the guide', () => {
    for (const text of [builtIn, ...guideExamples.map(({ text }) => text)]) {
      expect(isLadder(parse(text)), JSON.stringify(isLadder.errors)).toBe(true);
    }
  });

  const wrong = {
    'another format': 'format: 2\nname: N\ncompetencies: []\nroles: []',
    'an unknown key': `${builtIn}\ncolour: red`,
    'a key that is none': builtIn.replace('- key: expertise', '- key: Expert Knowledge'),
    'a long title': builtIn.replace(
      'title: Business Operations Associate',
      `title: ${'T'.repeat(76)}`,
    ),
    'a text for a list': builtIn.replace('aliases: [culture, values]', 'aliases: culture'),
    'no roles': 'format: 1\nname: N\ncompetencies: [{ key: c, name: C }]\nroles: []',
    'half an address':
      'format: 1\nname: N\ncompetencies: [{ key: c, name: C }]\nroles: [{ key: r, title: R, expectations: { c: { links: [{ title: T, url: x }] } } }]',
    'a behaviour of two texts':
      'format: 1\nname: N\ncompetencies: [{ key: c, name: C }]\nroles: [{ key: r, title: R, expectations: { c: [{ text: [A, B] }] } }]',
  };
  test.each(Object.entries(wrong))('refuses %s', (_, text) => {
    expect(isLadder(parse(text))).toBe(false);
  });
});
