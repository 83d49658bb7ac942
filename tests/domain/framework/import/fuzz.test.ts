import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrameworkFile } from '../../../../src/domain/framework/file.js';
import { fields } from '../../../../src/domain/framework/import/fields.js';
import { importLadder } from '../../../../src/domain/framework/import/import-ladder.js';
import type { ImportOptions } from '../../../../src/domain/framework/import/options.js';
import { decodeSpreadsheet } from '../../../../src/domain/text/spreadsheet-text.js';
import { oddHeadings } from './odd-headings.js';
import { sheets } from './sheets.js';

/** What people and spreadsheets write into cells. */
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', '', 'Gardener', 'Senior Gardener', 'Level 2', 'L3') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['Role', 'Job title', 'Level', 'Grade', 'Skill', 'Competency', 'Text', 'Track', 'Family'],
      ...['Behaviours', 'Examples', 'Summary', 'Description', 'Order', 'Years', 'Weight', 'Group'],
      ...['Required level', 'Links', 'Aliases', 'Notes', 'Skills to learn', 'Area', 'Level name'],
      ...['Behaviour 1', 'Example 2', 'What', 'How', 'Kompetenz', 'Niveau', '役職', '1. Scope'],
      ...['**Skill**', '_Soil_', '2-Jan', '01.Mär', '0–1,5 Jahre', 'Beginner', '|', '---'],
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...['Plants', 'plants', 'Soil', 'x', '✓', '1', '2', '3', 'Expert', 'Basic', '20%', '0-2'],
      ...[
        '- one\n- two',
        '• one • two',
        '1. a\n2. b',
        '=SUM(A1)',
        '@x',
        '+1',
        '#REF!',
        '#N/A',
        '-',
      ],
      ...[
        'a: b',
        '# no',
        '*x',
        '&y',
        '!!str z',
        '%',
        '[',
        '{a',
        '>-',
        '|',
        "'",
        '"',
        'null',
        'true',
      ],
      ...['~', '2027-01-01', '0x1f', '1e3', '.inf', '<<', '---', '...', '? a', '\u00a0', '\u200b'],
      ...['\u202eabc', '👩‍🌾', 'سوق', 'café', 'cafe\u0301', '\ufeff', 'a\tb', 'Growing', 'Selling'],
      ...['__proto__', 'constructor', 'toString', 'https://example.com/a b', 'x'.repeat(80)],
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('word '.repeat(80), 'a\n'.repeat(60)) },
);
const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
const delimiter = fc.constantFrom(',', ';', '\t', '|');

function csvOf(rows: readonly (readonly string[])[], mark: string): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((row) => row.map(quoted).join(mark)).join('\n');
}

const options = fc.record<ImportOptions>(
  {
    shape: fc.constantFrom('long', 'wide', 'roles-across', 'roles-down'),
    order: fc.oneof(
      fc.constantFrom('as-written', 'reversed', 'none'),
      fc.array(cell, { maxLength: 4 }),
    ),
    levels: fc.array(cell, { maxLength: 4 }),
    map: fc.oneof(
      cell,
      fc.tuple(fc.constantFrom(...fields), cell).map((pair) => pair.join('=')),
    ),
    name: cell,
    key: cell,
    fill: fc.boolean(),
    buildsUp: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** Throws unless an import makes a sound ladder or says why it doesn't, in sentences. */
function expectSound(csv: string, given: ImportOptions = {}): boolean {
  const result = importLadder(csv, 'made up.csv', given);
  if ('yaml' in result) {
    expect(parseFrameworkFile(result.yaml, 'x.yaml')).toHaveProperty('framework');
    return true;
  }
  expect(result.problems.length).toBeGreaterThan(0);
  for (const { message } of result.problems) expect(message).toMatch(/[.?]"?\)?$/u);
  return false;
}

describe('an import', () => {
  it('of any cells is a sound ladder, or says why it is none', () => {
    fc.assert(
      fc.property(grid, delimiter, fc.option(options, { nil: undefined }), (rows, mark, given) => {
        expectSound(csvOf(rows, mark), given);
      }),
      { numRuns: 800 },
    );
  });

  it('of a table with headings is so too, and mostly a ladder', () => {
    const asked = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 });
    let ladders = 0;
    fc.assert(
      fc.property(asked, (rows) => {
        const csv = csvOf([['Role', 'Level', 'Skill', 'Expectation'], ...rows], ',');
        if (expectSound(csv, { order: 'as-written', levels: [] })) ladders += 1;
      }),
      { numRuns: 250 },
    );
    expect(ladders).toBeGreaterThan(30);
  });

  it('of a sheet in which something was changed is so too', () => {
    const change = fc.record({
      at: fc.nat(),
      length: fc.integer({ min: 0, max: 12 }),
      put: fc.oneof(cell, fc.constantFrom('"', ',', ';', '\n', '\r', '\0', '\ufffd', '\n,,,\n')),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values({ ...sheets, ...oddHeadings })),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (sheet, changes) => {
          const csv = changes.reduce((text, { at, length, put }) => {
            const place = at % (text.length + 1);
            return text.slice(0, place) + put + text.slice(place + length);
          }, sheet.csv);
          expectSound(csv, sheet.options);
        },
      ),
      { numRuns: 160 },
    );
  });

  it('of any bytes is text or a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = decodeSpreadsheet(bytes);
        if ('text' in read) expectSound(read.text);
        else expect(read.problem.line).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
