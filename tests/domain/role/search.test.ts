import { describe, expect, test } from 'vitest';
import { indexOf } from '../../../src/domain/role/position.js';
import { searchFramework } from '../../../src/domain/role/search.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const index = indexOf(builtInFramework());
const placesOf = (words: string) =>
  searchFramework(index, words).groups.map(
    ({ role, competency }) => `${role?.key} ${competency?.key}`,
  );

describe('A search', () => {
  test('finds a behaviour by a word in it, with its role and competency', () => {
    const { groups } = searchFramework(index, 'buddy');
    const buddy = groups.find(({ role }) => role?.key === 'senior');
    expect(buddy?.competency?.key).toBe('leadership');
    expect(buddy?.behaviours[0]).toContain('buddy');
  });

  test.each(['ROADMAPS', 'roadmap', 'róadmap', 'Roadmap?'])('sees no difference in %s', (words) => {
    expect(placesOf(words)).toEqual(placesOf('roadmap'));
    expect(placesOf(words).length).toBeGreaterThan(0);
  });

  test('finds only what mentions all the words', () => {
    const one = searchFramework(index, 'feedback').found;
    const both = searchFramework(index, 'feedback peers').found;
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(one);
  });

  test('looks past small words', () => {
    expect(placesOf('the walls of a team')).toEqual(placesOf('walls team'));
  });

  test('finds opportunities and skills too', () => {
    const { groups } = searchFramework(index, 'speaking engagements');
    expect(groups.map(({ role }) => role?.key)).toEqual([
      'senior',
      'professional-lead',
      'team-leader',
    ]);
    expect(groups[0]?.opportunities).toEqual(['Speaking engagements']);
  });

  test('that finds nothing names words that are near', () => {
    const { found, nearWords } = searchFramework(index, 'fedback');
    expect(found).toBe(0);
    expect(nearWords).toContain('feedback');
  });

  test('for nothing finds nothing', () => {
    expect(searchFramework(index, ' … ').found).toBe(0);
  });
});
