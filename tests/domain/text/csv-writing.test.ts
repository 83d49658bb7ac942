import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/domain/text/csv.js';
import { csvText, undefused } from '../../../src/domain/text/csv-writing.js';

describe('a CSV file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =cmd', '\r=1'])(
    'has no formula for %j',
    (cell) => {
      expect(csvText([[cell]]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves a plain name as it is', () => {
    expect(csvText([['Zoë O’Hara', 'U1', '']])).toBe('Zoë O’Hara,U1,\n');
  });

  it('has its formulas back once they are undone, whatever they begin with', () => {
    const start = fc.constantFrom('=', '+', '-', '@', "'", "''", "'=", 'x', '');
    const cell = fc.tuple(start, fc.string()).map(([first, rest]) => {
      return `${first}${rest}y`.replace(/\r/g, '').trim();
    });
    fc.assert(
      fc.property(cell, (text) => {
        const read = readCsv(
          csvText([
            ['a', 'b'],
            ['1', text],
          ]),
        );
        expect('records' in read && undefused(read.records[1]?.cells[1] ?? '')).toBe(text);
      }),
    );
  });

  it('is read back as it was written, whatever the cells hold', () => {
    const cell = fc.string().map((text) => `x${text.trim()}y`.replace(/\r/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
        (rows) => {
          const read = readCsv(csvText([['a', 'b'], ...rows]));
          expect('records' in read && read.records.slice(1).map(({ cells }) => cells)).toEqual(
            rows,
          );
        },
      ),
    );
  });
});
