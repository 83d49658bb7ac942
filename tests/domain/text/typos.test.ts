import { expect, test } from 'vitest';
import { nearestWord } from '../../../src/domain/text/typos.js';

const KEYS = ['title', 'track', 'years', 'expectations', 'leads_to'];

test.each([
  ['titel', 'title'],
  ['trak', 'track'],
  ['Years', 'years'],
  ['expectation', 'expectations'],
  ['leadsTo', 'leads_to'],
])('%s is taken for a slip of %s', (word, meant) => {
  expect(nearestWord(word, KEYS)).toBe(meant);
});

test.each(['salary', 'q', ''])('%j is close to none of them', (word) => {
  expect(nearestWord(word, KEYS)).toBeUndefined();
});
