import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPayload } from '../../../playground/slack/index.js';
import { chartBlock, labels } from '../../../src/slack/history/chart.js';

describe('the names of a chart’s bars', () => {
  it('are whole words, as many as fit', () => {
    expect(labels(['Execution', 'Collaboration and communication'])).toEqual([
      'Execution',
      'Collaboration and…',
    ]);
  });

  it('begin with a number where two would be the same', () => {
    expect(labels(['Leadership in neighbourhoods', 'Leadership in organisations'])).toEqual([
      '1 Leadership in…',
      '2 Leadership in…',
    ]);
  });

  it('fit and differ, whatever the competencies are called', () => {
    const name = fc.string({ minLength: 1, maxLength: 75 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
        const short = labels(names);
        expect(new Set(short).size).toBe(names.length);
        for (const label of short) expect(label.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('a chart', () => {
  it('is one that Slack takes, with six bars in each of six cycles of long names, and with gaps', () => {
    const scale = ['a', 'b', 'c'].map((key) => ({ key, label: key, meaning: '' }));
    const block = chartBlock('T'.repeat(60), {
      cycles: Array.from({ length: 6 }, (_, nth) => `The long cycle of the quarter ${nth}`),
      series: Array.from({ length: 6 }, (_, nth) => ({
        competency: { key: `c-${nth}`, name: `Leadership in places of kind ${nth}` },
        values: Array.from({ length: 6 }, (_, at) => (at === 5 ? undefined : 1 + (at % 3))),
      })),
      scale,
      left: 0,
    });
    expect(checkPayload('message', { text: 'Ratings', blocks: [block] })).toEqual([]);
  });
});
