import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/domain/text/excerpt.js';

describe('the beginning of a text', () => {
  it('is all of it as it is where there is room', () => {
    expect(excerpt(' Ran the  pricing workshop.\n', 30)).toBe(' Ran the  pricing workshop.\n');
  });

  it('begins with what can be seen where there is no room for all of it', () => {
    expect(excerpt(`${' \n'.repeat(200)}Ran the pricing workshop`, 20)).toBe('Ran the pricing…');
    expect(excerpt(`Ran it${' '.repeat(200)}`, 20)).toBe('Ran it');
  });

  it('ends at the end of a word', () => {
    expect(excerpt('Ran the pricing workshop', 20)).toBe('Ran the pricing…');
  });

  it('never cuts a character that people see as one', () => {
    const family = '👨‍👩‍👧';
    expect(excerpt(family.repeat(20), family.length * 2 + 3)).toBe(`${family.repeat(2)}…`);
  });

  it.each([
    'a'.repeat(500),
    'ما الذي فعلته في هذا الفصل '.repeat(30),
    '🌱'.repeat(300),
    'なにをしましたか。'.repeat(60),
  ])('of %s is never longer than asked for, and never nothing', (text) => {
    const short = excerpt(text, 100);
    expect(short.length).toBeLessThanOrEqual(100);
    expect(short.length).toBeGreaterThan(80);
    expect(text.startsWith(short.slice(0, -1))).toBe(true);
  });
});
