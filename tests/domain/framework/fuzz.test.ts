import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseFrameworkFiles, type SourceFile } from '../../../src/domain/framework/file.js';
import { parseStoredFramework } from '../../../src/domain/framework/schema.js';
import { checkInPages } from '../../../src/domain/questionnaire/pages.js';
import { guideExamples } from './example.js';

/** Keys of which several are the same, near each other, or not keys at all. */
const key = fc.constantFrom(
  ...['a', 'b', 'c', 'a', 'b', 'c', 'a-b', 'A', 'á', '1', '', '__proto__', 'constructor', 'no key'],
);
const word = fc.constantFrom(
  ...[
    'Waters',
    'waters',
    'Plants a bed',
    ' ',
    '',
    '👩‍🌾',
    'سوق',
    '\u202eabc',
    'a\nb',
    'x\u0000',
    '~',
  ],
  ...[
    'a: b',
    '# no',
    '*a',
    '&a',
    '!!str a',
    '- a',
    '>-',
    "'",
    'null',
    '1',
    '\ud800',
    'x'.repeat(80),
  ],
);
const odd = fc.constantFrom<unknown>(null, 0, -1, 3.5, true, [], {}, [[]], [null], 'a', undefined);
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 14, arbitrary: arbitrary as fc.Arbitrary<unknown> },
    { weight: 1, arbitrary: odd },
  );
const listOf = (item: fc.Arbitrary<unknown>, maxLength = 2) =>
  mostly(fc.array(item, { minLength: 1, maxLength }));
const lines = (parts: Record<string, fc.Arbitrary<unknown>>, required: string[]) =>
  mostly(fc.record(parts, { requiredKeys: required }));

const link = lines({ title: word, url: fc.constantFrom('https://example.com', 'x', '') }, [
  'title',
  'url',
]);
const behaviour = fc.oneof(
  word,
  lines({ key, text: word, examples: listOf(word), links: listOf(link) }, ['text']),
);
const behaviours = fc.oneof(listOf(behaviour), fc.dictionary(key, behaviour, { maxKeys: 2 }));
const expectation = fc.oneof(
  key,
  word,
  listOf(behaviour),
  lines(
    { level: key, definition: word, behaviours, skills: listOf(word), links: listOf(link) },
    [],
  ),
);
const expectations = mostly(fc.dictionary(key, expectation, { minKeys: 1, maxKeys: 2 }));
const levels = fc.oneof(
  listOf(lines({ key, name: word, text: word, behaviours }, ['key', 'name'])),
  fc.dictionary(key, fc.oneof(word, listOf(word)), { maxKeys: 2 }),
);
const was = fc.oneof(key, listOf(key));
const competency = lines({ key, name: word, group: word, was, levels, aliases: listOf(word) }, [
  'key',
  'name',
]);
const track = lines(
  { key, name: word, family: word, leads_to: listOf(key), all_roles: expectations },
  ['key', 'name'],
);
const years = lines({ from: fc.nat(4), to: fc.nat(4) }, ['from']);
const role = lines(
  { key, title: word, level: word, track: key, years, was, aliases: listOf(word), expectations },
  ['key', 'title', 'expectations'],
);
const parts = {
  tracks: listOf(track),
  competencies: listOf(competency),
  roles: listOf(role, 3),
};
const head = {
  format: fc.constant(1),
  name: word,
  builds_up: fc.boolean(),
  rate: fc.constant('levels'),
  levels,
  scale: listOf(lines({ key, label: word, meaning: word }, ['key', 'label'])),
};
const ladder = lines({ ...head, ...parts }, ['format', 'name', 'competencies', 'roles']);
const others = fc.array(lines({ format: fc.constant(1), ...parts }, ['format']), { maxLength: 1 });

/** A sound ladder that can be used, or sentences with their file and line; true if it is a ladder. */
function expectSound(sources: SourceFile[]): boolean {
  const result = parseFrameworkFiles(sources);
  if ('framework' in result) {
    const { framework } = result;
    expect(parseStoredFramework(JSON.parse(JSON.stringify(framework)))).toEqual(framework);
    for (const one of framework.roles) expect(checkInPages(framework, one)).not.toHaveLength(0);
    return true;
  }
  expect(result.problems.length).toBeGreaterThan(0);
  for (const { file, line, message } of result.problems) {
    const text = sources.find(({ name }) => name === file)?.text;
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(text?.split('\n').length ?? 0);
    expect(message).toMatch(/[.?:]["…]?\)?$/u);
    expect(message).not.toMatch(/undefined|\[object|is not right here/);
  }
  return false;
}

const asFile = (data: unknown, nth = 0): SourceFile => ({
  name: `${'abc'[nth]}.yaml`,
  text: stringify(data ?? null),
});

describe('the reader of ladders', () => {
  it('makes a sound ladder of any data, or says why it is none', () => {
    fc.assert(
      fc.property(ladder, (data) => {
        expectSound([asFile(data)]);
      }),
      { numRuns: 800 },
    );
  });

  it('does so with a folder of files', () => {
    fc.assert(
      fc.property(ladder, others, (first, more) => {
        expectSound([first, ...more].map(asFile));
      }),
      { numRuns: 200 },
    );
  });

  it('does so with a sound file in which something was changed, and mostly finds what', () => {
    const texts = guideExamples
      .filter(({ text }) => text.includes('\nname:'))
      .map(({ text }) => text);
    const change = fc.record({
      at: fc.nat(),
      length: fc.constantFrom(0, 1, 1, 2, 9, 40),
      put: fc.oneof(
        fc.constantFrom(
          '',
          '',
          ' ',
          '\n',
          '\t',
          '- ',
          ': ',
          '{',
          ']',
          '"',
          '*a',
          '&a ',
          '#',
          '\0',
          '<<: *a',
        ),
        word,
      ),
    });
    let ladders = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          const changed = changes.reduce((now, { at, length, put }) => {
            const place = at % (now.length + 1);
            return now.slice(0, place) + put + now.slice(place + length);
          }, text);
          if (expectSound([{ name: 'a.yaml', text: changed }])) ladders += 1;
        },
      ),
      { numRuns: 700 },
    );
    expect(ladders).toBeGreaterThan(50);
    expect(ladders).toBeLessThan(670);
  });
});
