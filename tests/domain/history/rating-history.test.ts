import { describe, expect, it } from 'vitest';
import {
  historyLines,
  historyTable,
  type RatedCycle,
  ratingChart,
} from '../../../src/domain/history/rating-history.js';
import type { Answer } from '../../../src/domain/questionnaire/answers.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const { competencies, scale } = builtInFramework();
const keys = competencies.map(({ key }) => key);

/** A cycle with the person's places on the scale, from 1; null is "no opportunity yet". */
function cycle(
  name: string,
  self: (number | null)[],
  manager?: (number | null)[],
  more: Partial<RatedCycle> = {},
): RatedCycle {
  return {
    name,
    scale,
    competencies: competencies.slice(0, self.length),
    self: answers(self),
    manager: manager && answers(manager),
    ...more,
  };
}

function answers(points: (number | null)[]): Map<string, Answer> {
  return new Map(
    points.map((point, nth) => [
      keys[nth] ?? '',
      {
        choice:
          point === null
            ? { kind: 'no_opportunity' }
            : { kind: 'rating', key: scale[point - 1]?.key ?? '' },
        text: '',
        editedAt: undefined,
      },
    ]),
  );
}

const values = (chart: ReturnType<typeof ratingChart>) =>
  chart?.series.map((series) => series.values);

describe('the chart of somebody’s ratings', () => {
  it('has a line for each competency, oldest cycle first', () => {
    const chart = ratingChart([cycle('Q3', [2, 3]), cycle('Q4', [3, 3])], 'self');
    expect(chart?.cycles).toEqual(['Q3', 'Q4']);
    expect(values(chart)).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  it('is not drawn for a single cycle', () => {
    expect(ratingChart([cycle('Q4', [3])], 'self')).toBeUndefined();
  });

  it('takes no missing opportunity for a low rating, but leaves a gap', () => {
    const chart = ratingChart([cycle('Q3', [2, null]), cycle('Q4', [3, 3])], 'self');
    expect(values(chart)).toEqual([
      [2, 3],
      [undefined, 3],
    ]);
    expect(chart?.left).toBe(0);
  });

  it('stays, with a gap, after a cycle without any opportunity', () => {
    const cycles = [cycle('Q3', [2, 3]), cycle('Q4', [3, 3]), cycle('Q1', [null, null])];
    const chart = ratingChart(cycles, 'self');
    expect(chart?.cycles).toEqual(['Q3', 'Q4', 'Q1']);
    expect(values(chart)).toEqual([
      [2, 3, undefined],
      [3, 3, undefined],
    ]);
  });

  it('leaves out a competency that was never rated', () => {
    const chart = ratingChart([cycle('Q3', [2, null]), cycle('Q4', [3, null])], 'self');
    expect(values(chart)).toEqual([[2, 3]]);
    expect(chart?.left).toBe(1);
  });

  it('is not drawn where one cycle alone has ratings', () => {
    expect(ratingChart([cycle('Q3', [2]), cycle('Q4', [null])], 'self')).toBeUndefined();
  });

  it('has the latest six cycles', () => {
    const cycles = Array.from({ length: 8 }, (_, nth) => cycle(`C${nth}`, [1 + (nth % 3)]));
    expect(ratingChart(cycles, 'self')?.cycles).toEqual(['C2', 'C3', 'C4', 'C5', 'C6', 'C7']);
  });

  it('draws the manager’s side over revealed cycles alone', () => {
    const cycles = [
      cycle('Q2', [1]),
      cycle('Q3', [2], [3]),
      cycle('Q4', [3], [4]),
      cycle('Q1', [3]),
    ];
    expect(ratingChart(cycles, 'manager')?.cycles).toEqual(['Q3', 'Q4']);
  });

  it('begins anew where the scale has changed', () => {
    const short = { scale: scale.slice(0, 2) };
    const cycles = [cycle('Q2', [1], undefined, short), cycle('Q3', [2]), cycle('Q4', [3])];
    expect(ratingChart(cycles, 'self')?.cycles).toEqual(['Q3', 'Q4']);
  });

  it('draws the six that moved most, in their order', () => {
    const many = Array.from({ length: 8 }, (_, nth) => ({ key: `c-${nth}`, name: `C ${nth}` }));
    const at = (points: number[]) =>
      new Map(
        points.map((point, nth): [string, Answer] => [
          `c-${nth}`,
          {
            choice: { kind: 'rating', key: scale[point - 1]?.key ?? '' },
            text: '',
            editedAt: undefined,
          },
        ]),
      );
    const more = { competencies: many };
    const cycles = [
      { ...cycle('Q3', []), ...more, self: at([1, 1, 1, 1, 1, 1, 1, 1]) },
      { ...cycle('Q4', []), ...more, self: at([1, 2, 2, 2, 1, 2, 2, 3]) },
    ];
    const chart = ratingChart(cycles, 'self');
    expect(chart?.series.map(({ competency }) => competency.key)).toEqual([
      'c-1',
      'c-2',
      'c-3',
      'c-5',
      'c-6',
      'c-7',
    ]);
    expect(chart?.left).toBe(2);
  });
});

describe('the table of somebody’s ratings', () => {
  it('has a cell for each competency and cycle, empty where it was not asked', () => {
    const { cycles, rows } = historyTable([cycle('Q3', [2]), cycle('Q4', [3, 4], [4, 4])]);
    expect(cycles).toEqual(['Q3', 'Q4']);
    const label = (point: number) => scale[point - 1]?.label;
    expect(
      rows.map(({ cells }) => cells.map((cell) => cell && [cell.self.label, cell.manager?.label])),
    ).toEqual([
      [
        [label(2), undefined],
        [label(3), label(4)],
      ],
      [undefined, [label(4), label(4)]],
    ]);
  });
});

describe('the same in words', () => {
  it('has both sides of each competency, cycle by cycle', () => {
    const [line] = historyLines([cycle('Q3', [2]), cycle('Q4', [3], [4])]);
    expect(
      line?.entries.map(({ cycle, self, manager }) => [cycle, self.label, manager?.label]),
    ).toEqual([
      ['Q3', scale[1]?.label, undefined],
      ['Q4', scale[2]?.label, scale[3]?.label],
    ]);
  });

  it('keeps a competency that only an earlier role was asked about', () => {
    const lines = historyLines([cycle('Q3', [2, 2]), cycle('Q4', [3])]);
    expect(lines.map(({ entries }) => entries.length)).toEqual([2, 1]);
  });
});
