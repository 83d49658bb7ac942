import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { matchText } from '../../../src/domain/role/matching.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { frameworkOf } from '../framework/example.js';

const harbour = frameworkOf(readFileSync('tests/support/ladders/harbour-frameworks.yaml', 'utf8'));

describe('the name of a track that is that of a group, too', () => {
  const index = indexOf(
    frameworkOf(`format: 1
name: Harbour
tracks: [{ key: rigging, name: Rigging Framework }, { key: carving, name: Carving Framework }]
competencies:
  - { key: rigging-mastery, name: Mastery, group: Rigging Framework }
  - { key: carving-mastery, name: Mastery, group: Carving Framework }
roles:
  - { key: knotter, title: Level 1, track: rigging, expectations: { rigging-mastery: Knots } }
  - { key: splicer, title: Level 2, track: rigging, expectations: { rigging-mastery: Splices } }
  - { key: carving-1, title: Level 1, track: carving, expectations: { carving-mastery: Planes } }
`),
  );

  it.each(['rigging', 'rigging framework'])('"%s" means all that stand in either', (text) => {
    expect(matchText(index, text)).toMatchObject({
      alike: true,
      roles: [{ key: 'knotter' }, { key: 'splicer' }],
      competencies: [{ key: 'rigging-mastery' }],
    });
  });

  it.each([
    ['rigging framework level 2', { kind: 'role', role: { key: 'splicer' } }],
    ['rigging mastery', { kind: 'competency', competency: { key: 'rigging-mastery' } }],
  ])('"%s" means one of them', (text, expected) => {
    expect(matchText(index, text)).toMatchObject(expected);
  });
});

describe('a track whose titles begin with its name', () => {
  it('means all of its roles, and not the first of them', () => {
    expect(matchText(indexOf(harbour), 'rigging')).toMatchObject({
      alike: true,
      roles: [{ key: 'crafts-rigging-level-1' }, { key: 'crafts-rigging-level-2' }],
    });
  });
});

describe('a title that several tracks have', () => {
  const ladder = frameworkOf(`format: 1
name: Garden
tracks: [{ key: beds, name: Beds }, { key: trees, name: Trees }, { key: shop, name: Shop }]
competencies: [{ key: plants, name: Plants }]
roles:
  - { key: beds-2, title: Level 2, track: beds, expectations: { plants: Weeds } }
  - { key: trees-2, title: Level 2, track: trees, expectations: { plants: Climbs } }
  - { key: shop-1, title: Seller, level: Level 1, track: shop, expectations: { plants: Sells } }
  - { key: shop-2, title: Shop Lead, level: Level 2, track: shop, expectations: { plants: Buys } }
`);
  const index = indexOf(ladder);

  it.each([
    ['shop-1', 'shop-2'],
    ['beds-2', 'beds-2'],
  ])('means the level of that name on the track of %s', (own, key) => {
    const mine = index.role(own);
    expect(matchText(index, 'level 2', { own: mine })).toMatchObject({
      kind: 'role',
      role: { key },
    });
  });

  it('is asked back where nobody knows the asker', () => {
    expect(matchText(index, 'level 2')).toMatchObject({
      alike: true,
      roles: [{ key: 'beds-2' }, { key: 'trees-2' }],
    });
  });
});
