import { describe, expect, test } from 'vitest';
import { continuedAmong } from '../../../src/domain/framework/behaviours.js';

describe('a behaviour carries on', () => {
  test.each([
    ['the same words', 'Waters the beds', 'Waters the beds', true],
    ['another case and punctuation', 'Waters the beds', 'waters – the beds.', true],
    ['a few letters', 'Plans a season ahead', 'Plans a seasn ahead', true],
    ['other words', 'Waters the beds', 'Waters the trees', false],
    ['another figure', 'Looks after at least 2 gardens', 'Looks after at least 3 gardens', false],
    ['short words that are nearly the same', 'Digs', 'Dogs', false],
    ['Arabic in the same words', 'يسقي النباتات', 'يسقي النباتات', true],
    ['signs in place of words', '🌱🌱', '🌱🌳', false],
  ])('in %s', (_, before, after, isSame) => {
    const continued = continuedAmong([{ text: 'Something else' }, { text: before }]);
    expect(continued({ text: after })?.text).toBe(isSame ? before : undefined);
  });

  test('by its key in whatever words, and two keys are two behaviours in whatever words', () => {
    const continued = continuedAmong([{ key: 'waters', text: 'Waters a bed' }]);
    expect(continued({ key: 'waters', text: 'Keeps all plants alive' })?.key).toBe('waters');
    expect(continued({ key: 'pours', text: 'Waters a bed' })).toBeUndefined();
    expect(continued({ text: 'Waters a bed' })?.key).toBe('waters');
  });
});
