import { expect, test } from 'vitest';
import { median, percentile } from '../../bench/statistics.js';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test('99 in 100 samples are at most the 99th percentile', () => {
  expect(percentile(oneToHundred, 0.99)).toBe(99);
  expect(percentile(oneToHundred, 0.5)).toBe(50);
  expect(percentile([7], 0.99)).toBe(7);
});

test('the median lies in the middle, between two if their number is even', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 9, 6])).toBe(5);
});

test('without samples there is no figure, not a zero', () => {
  expect(percentile([], 0.5)).toBeNaN();
  expect(median([])).toBeNaN();
});
