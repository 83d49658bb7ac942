import { expect, test } from 'vitest';
import { page } from '../../bench/page.js';
import { atLeastOf, atMost, atMostMs, judged, table } from '../../bench/report.js';

const figures = [
  { name: 'answers a second', ladder: 1800, beside: 2000, aim: atLeastOf(0.8, 'floor') },
  { name: 'slowest, ms', ladder: 30.04, beside: 10, aim: atMost(2) },
  { name: 'to the modal, ms', ladder: 49.96, beside: 1.234, aim: atMostMs(50) },
  { name: 'to the page, ms', ladder: 80 },
];

test('the table sets Ladder beside the floor, and says which aims are met', () => {
  expect(table(figures.map(judged)).split('\n')).toEqual([
    '|                  | Ladder | beside it | ratio | aim           | met |',
    '| ---------------- | -----: | --------: | ----: | ------------- | --- |',
    '| answers a second |  1,800 |     2,000 |  0.90 | ≥ 0.8 × floor | yes |',
    '| slowest, ms      |     30 |        10 |  3.00 | ≤ 2 × floor   | no  |',
    '| to the modal, ms |     50 |      1.23 | 40.49 | ≤ 50 ms       | yes |',
    '| to the page, ms  |     80 |         – |     – | –             | –   |',
  ]);
});

test('an aim that is just reached is met, and one just missed is not', () => {
  expect(atLeastOf(0.8, 'floor').isMet(800, 1000)).toBe(true);
  expect(atLeastOf(0.8, 'floor').isMet(799, 1000)).toBe(false);
  expect(atMost(2).isMet(20, 10)).toBe(true);
  expect(atMost(2).isMet(20.1, 10)).toBe(false);
  expect(atMostMs(50).isMet(50, 1)).toBe(true);
  expect(atMostMs(50).isMet(50.1, 1)).toBe(false);
});

test('the page says of each scenario when and where it was measured last, or that it never was', () => {
  const result = {
    ...{ day: '2027-03-24', commit: 'abc1234', load: 0.7, machine: '8 GB' },
    figures: figures.map(judged),
  };
  const text = page(['start', 'import'], { start: result });
  const [start = '', never = ''] = text.split('\n## ').slice(-2);
  expect(start).toContain(
    `${table(result.figures)}\n\nMeasured on 2027-03-24 at abc1234; load average before 0.70`,
  );
  expect(start).toContain('npm run bench -- --write start');
  expect(never).toContain('Not measured yet.');
  expect(never).not.toContain('abc1234');
});
