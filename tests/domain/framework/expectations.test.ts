import { describe, expect, test } from 'vitest';
import { definitionOf, gistOf } from '../../../src/domain/framework/expectations.js';
import type {
  Framework,
  Role,
  WrittenExpectation,
} from '../../../src/domain/framework/framework.js';
import { indexOf } from '../../../src/domain/role/position.js';

const written = (some: Partial<WrittenExpectation> & { competency: string }) => ({
  ...{ behaviours: [], opportunities: [], skills: [], links: [] },
  ...some,
});

const role = (key: string, track: string, ...expectations: WrittenExpectation[]): Role => ({
  ...{ key, title: key, track, aliases: [] },
  expectations,
});

const growing = {
  key: 'growing',
  name: 'Growing',
  leadsTo: [],
  allRoles: [written({ competency: 'safety', definition: 'Leaves tools clean.' })],
};

const garden: Framework = {
  ...{ key: 'garden', name: 'Garden', scale: [] },
  levels: [
    { key: 'tries', name: 'Tries', text: 'Tries it with help' },
    { key: 'does', name: 'Does' },
    { key: 'leads', name: 'Leads', behaviours: [{ text: 'Shows others how' }] },
  ],
  tracks: [growing, { key: 'selling', name: 'Selling', leadsTo: [] }],
  competencies: [
    { key: 'plants', name: 'Plants', aliases: [] },
    {
      ...{ key: 'beds', name: 'Beds', aliases: [] },
      levels: [
        { key: 'tries', text: 'Digs where told' },
        { key: 'does', behaviours: [{ key: 'digs', text: 'Digs a bed alone' }] },
      ],
    },
    { key: 'safety', name: 'Safety', aliases: [], levels: [] },
  ],
  roles: [
    role('helper', 'growing', written({ competency: 'beds', level: 'tries' })),
    role(
      'gardener',
      'growing',
      written({ competency: 'beds', level: 'does', definition: 'Keeps the beds.' }),
      written({ competency: 'safety', behaviours: [{ text: 'Checks ladders before use' }] }),
    ),
    role(
      'head',
      'growing',
      written({ competency: 'plants', level: 'leads' }),
      written({
        competency: 'safety',
        definition: 'Nobody gets hurt.',
        behaviours: [{ text: 'checks ladders before use.' }, { text: 'Teaches the rules' }],
      }),
    ),
    role('seller', 'selling', written({ competency: 'plants', definition: 'Knows their prices.' })),
  ],
};

const asked = (framework: Framework, roleKey: string, competency: string) =>
  indexOf(framework).expectation(roleKey, competency);
const words = (framework: Framework, roleKey: string, competency: string) =>
  asked(framework, roleKey, competency)?.behaviours.map(({ from, text }) => `${from}: ${text}`);

describe('what a role asks', () => {
  test('is what its track asks of everybody, and its own', () => {
    expect(asked(garden, 'gardener', 'safety')?.definition).toBe('Leaves tools clean.');
    expect(words(garden, 'gardener', 'safety')).toEqual(['role: Checks ladders before use']);
  });

  test('keeps what the track says beside a definition of its own', () => {
    expect(asked(garden, 'head', 'safety')?.definition).toBe('Nobody gets hurt.');
    expect(words(garden, 'head', 'safety')).toContain('track: Leaves tools clean.');
  });

  test('leaves another track alone', () => {
    expect(asked(garden, 'seller', 'safety')).toBeUndefined();
    expect(
      indexOf(garden)
        .expectations('seller')
        .map(({ competency }) => competency),
    ).toEqual(['plants']);
  });

  test('is the level with those before it, the asked one first', () => {
    expect(asked(garden, 'gardener', 'beds')?.level).toMatchObject({
      ...{ key: 'does', name: 'Does', place: 2, of: 2 },
    });
    expect(words(garden, 'gardener', 'beds')).toEqual([
      'level: Digs a bed alone',
      'level: Digs where told',
    ]);
  });

  test('takes the levels of the whole ladder where a competency has none', () => {
    expect(words(garden, 'head', 'plants')).toEqual([
      'level: Shows others how',
      'level: Tries it with help',
    ]);
    expect(indexOf(garden).levels('safety')).toEqual([]);
  });

  test('is said in a sentence by its definition, its level or its first behaviour', () => {
    const gist = (roleKey: string, competency: string) => {
      const expectation = asked(garden, roleKey, competency);
      return expectation && gistOf(expectation);
    };
    expect(gist('gardener', 'beds')).toBe('Keeps the beds.');
    expect(gist('helper', 'beds')).toBe('Tries: Digs where told');
    expect(gist('head', 'plants')).toBe('Leads');
    const bare = { ...garden, tracks: [{ ...growing, allRoles: undefined }] };
    const safety = asked(bare, 'gardener', 'safety');
    expect(safety && [definitionOf(safety), gistOf(safety)]).toEqual([
      '',
      'Checks ladders before use',
    ]);
  });
});

describe('on a ladder that builds up, a role', () => {
  const builtUp: Framework = { ...garden, buildsUp: true };

  test('asks what the rungs below ask, marked as theirs', () => {
    const safety = asked(builtUp, 'head', 'safety');
    expect(words(builtUp, 'head', 'safety')).toEqual([
      'role: checks ladders before use.',
      'role: Teaches the rules',
      'track: Leaves tools clean.',
    ]);
    expect(safety?.behaviours.every(({ rung }) => rung === undefined)).toBe(true);
    const beds = asked(builtUp, 'head', 'beds');
    expect(beds?.definition).toBe('Keeps the beds.');
    expect(beds?.level?.key).toBe('does');
  });

  test('says from which rung something comes', () => {
    const [helper, gardener, head] = builtUp.roles;
    if (!helper || !gardener || !head) throw new Error('The garden has three rungs');
    const own = (text: string) => written({ competency: 'plants', behaviours: [{ text }] });
    const framework: Framework = {
      ...builtUp,
      roles: [
        { ...helper, expectations: [own('Waters the beds')] },
        { ...gardener, expectations: [written({ competency: 'plants', definition: 'Plans.' })] },
        { ...head, expectations: [own('Buys the trees')] },
      ],
    };
    expect(asked(framework, 'head', 'plants')?.definition).toBe('Plans.');
    const behaviours = asked(framework, 'head', 'plants')?.behaviours;
    expect(behaviours?.map(({ text, from, rung }) => [text, from, rung?.key])).toEqual([
      ['Buys the trees', 'role', undefined],
      ['Waters the beds', 'below', 'helper'],
    ]);
  });

  test('asks a behaviour once that carries on under its key, in its newest words', () => {
    const [helper, gardener] = builtUp.roles;
    if (!helper || !gardener) throw new Error('The garden has rungs');
    const own = (text: string) =>
      written({ competency: 'plants', behaviours: [{ key: 'waters', text }] });
    const framework: Framework = {
      ...builtUp,
      roles: [
        { ...helper, expectations: [own('Waters a bed')] },
        { ...gardener, expectations: [own('Waters the whole garden')] },
      ],
    };
    expect(words(framework, 'gardener', 'plants')).toEqual(['role: Waters the whole garden']);
  });
});
