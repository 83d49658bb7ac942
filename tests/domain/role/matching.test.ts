import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Match } from '../../../src/domain/role/match-words.js';
import { matchText } from '../../../src/domain/role/matching.js';
import { matchPair } from '../../../src/domain/role/pair.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import { largeFramework } from '../../support/large-framework.js';
import { sharedLevels } from '../../support/shared-levels.js';

const index = indexOf(builtInFramework());

function said(match: Match): string {
  if (match.kind === 'nearest') return `near ${match.roles.map(({ key }) => key).join(' ')}`.trim();
  const role = match.kind === 'competency' ? '' : match.role === 'mine' ? 'mine' : match.role.key;
  const competency = match.kind === 'role' ? '' : match.competency.key;
  return [role, competency].filter(Boolean).join(' + ');
}

describe('A question finds its role', () => {
  test.each([
    ['manager', 'manager'],
    ['Manager', 'manager'],
    ['mgr', 'manager'],
    ['senior', 'senior'],
    ['sr mgr', 'senior'],
    ['Sr. Mgr', 'senior'],
    ['manager, senior', 'senior'],
    ['sénior', 'senior'],
    ['senoir', 'senior'],
    ['the senior role', 'senior'],
    ['what does a senior do', 'senior'],
    ['lead', 'professional-lead'],
    ['professional', 'professional-lead'],
    ['team leader', 'team-leader'],
    ['leader team', 'team-leader'],
    ['team', 'team-leader'],
    ['tl', 'team-leader'],
    ['expert', 'team-leader'],
    ['entry', 'associate'],
    ['junior', 'associate'],
    ['bizops associate', 'associate'],
    ['experienced', 'manager'],
    ['bussiness operation managr', 'manager'],
    ['sen', 'senior'],
  ])('%s', (question, role) => {
    expect(said(matchText(index, question))).toBe(role);
  });
});

describe('A question finds its competency, with or without a role', () => {
  test.each([
    ['execution', 'execution'],
    ['exicution', 'execution'],
    ['communication', 'collaboration'],
    ['culture & leadership', 'leadership'],
    ['leadership', 'leadership'],
    ['internal impact', 'impact'],
    ['professional expertise', 'expertise'],
    ['senior execution', 'senior + execution'],
    ['execution senior', 'senior + execution'],
    ['team leader impact', 'team-leader + impact'],
    ['lead leadership', 'professional-lead + leadership'],
    ['sr mgr getting things done', 'senior + execution'],
    ['my execution', 'mine + execution'],
    ['my role', 'mine'],
    ['what is expected of my role', 'mine'],
  ])('%s', (question, answer) => {
    expect(said(matchText(index, question))).toBe(answer);
  });
});

describe('A question that fits nothing suggests what is near', () => {
  test('slips too many for certainty still bring the role first', () => {
    expect(said(matchText(index, 'asociatte levvel'))).toMatch(/^near associate/);
  });

  test('a role among words that say nothing is suggested', () => {
    expect(said(matchText(index, 'senior zebra'))).toMatch(/^near senior/);
  });

  test('words that all roles share do not pick one of them', () => {
    expect(matchText(index, 'business operations').kind).toBe('nearest');
  });

  test.each(['qqqq zzzz', 'constructor', 'pizza', 'weather tomorrow', 'kubernetes', 'xylophone'])(
    'nothing is near %s',
    (text) => {
      expect(matchText(index, text)).toEqual({
        kind: 'nearest',
        alike: false,
        ...{ roles: [], competencies: [], pairs: [] },
      });
    },
  );
});

const roles = fc.constantFrom(...builtInFramework().roles);

/** Every word by which the ladder's roles and tracks are found, in small letters. */
const knownWords = [
  ...builtInFramework().roles.map(({ title, level, aliases }) => [title, level, aliases]),
  ...builtInFramework().tracks,
].flatMap(
  (named) =>
    JSON.stringify(named)
      .toLowerCase()
      .match(/[a-z]+/g) ?? [],
);

/** Whether a word is the beginning of a longer one of the ladder that is not in the title. */
const beginsAnother = (title: string) => (word: string) => {
  const own = title.toLowerCase().split(' ');
  return knownWords.some(
    (known) => known.startsWith(word) && known !== word && !own.includes(known),
  );
};

describe('Any title is found', () => {
  test('in any case, with accents, in any order of its words', () => {
    const written = roles.chain((role) => {
      const words = role.title.split(' ');
      return fc.record({
        role: fc.constant(role),
        words: fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
        dress: fc.func(fc.constantFrom('plain', 'upper', 'accent')),
      });
    });
    fc.assert(
      fc.property(written, ({ role, words, dress }) => {
        const dressed = [...words.join(' ')].map((letter, place) => {
          const how = dress(place);
          if (how === 'upper') return letter.toUpperCase();
          return how === 'accent' && /[aeiou]/.test(letter) ? `${letter}\u0301` : letter;
        });
        expect(said(matchText(index, dressed.join('')))).toBe(role.key);
      }),
    );
  });

  test('with one slip of the finger in it', () => {
    const slip = fc.record({
      role: roles,
      place: fc.nat(100),
      kind: fc.constantFrom('leave out', 'twice', 'swap', 'other'),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    });
    fc.assert(
      fc.property(slip, ({ role, place, kind, letter }) => {
        const letters = [...role.title];
        const at = place % letters.length;
        const [here = '', next = ''] = [letters[at], letters[at + 1]];
        fc.pre(here !== ' ' && next !== ' ');
        if (kind === 'leave out') letters.splice(at, 1);
        if (kind === 'twice') letters.splice(at, 1, here, here);
        if (kind === 'other') letters.splice(at, 1, letter);
        if (kind === 'swap') letters.splice(at, 2, next, here);
        // "managem" is no slip in "manager": it is the beginning of "management".
        fc.pre(!letters.join('').toLowerCase().split(' ').some(beginsAnother(role.title)));
        expect(said(matchText(index, letters.join('')))).toBe(role.key);
      }),
      { numRuns: 1000 },
    );
  });

  test('and no text whatever throws or brings more than a few', () => {
    const large = indexOf(largeFramework());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        for (const each of [index, large]) {
          for (const match of [matchText(each, text), matchPair(each, text)]) {
            if (match.kind !== 'nearest') continue;
            expect(match.roles.length).toBeLessThanOrEqual(8);
            expect(match.competencies.length).toBeLessThanOrEqual(8);
          }
        }
      }),
    );
  });
});

describe('Two roles are told apart', () => {
  test.each([
    ['manager senior', 'manager → senior'],
    ['senior with team leader', 'senior → team-leader'],
    ['senior vs. lead', 'senior → professional-lead'],
    ['senior manager and team leader', 'senior → team-leader'],
    ['senior manager team leader', 'senior → team-leader'],
    ['business operations manager senior business operations manager', 'manager → senior'],
    ['tl, associate', 'team-leader → associate'],
    ['senior', 'senior'],
    ['me to senior', 'senior'],
  ])('%s', (text, answer) => {
    const match = matchPair(index, text);
    if (match.kind === 'pair') expect(`${match.from.key} → ${match.to.key}`).toBe(answer);
    else expect(match.kind === 'one' && match.role.key).toBe(answer);
  });

  test('two names of which one is unknown bring what is near', () => {
    expect(matchPair(index, 'senior against zebra').kind).toBe('nearest');
  });
});

describe('On a ladder whose titles and levels eight tracks share', () => {
  const shared = indexOf(sharedLevels());
  const tracksOf = (match: Match) =>
    match.kind === 'nearest' && match.alike
      ? [...match.roles, ...match.pairs.map(({ role }) => role)].map(
          (role) => role !== 'mine' && role.track,
        )
      : said(match);
  const own = (key: string) => ({ own: shared.role(key) });

  test.each([
    ['ic4', 'backend-4'],
    ['IC 4', 'backend-4'],
    ['senior engineer', 'backend-4'],
    ['ic4 craft', 'backend-4 + craft'],
    ['staff', 'backend-5'],
    ['mobile ic4', 'mobile-4'],
    ['ic4 mobile', 'mobile-4'],
    ['mobile senior engineer', 'mobile-4'],
    ['machine learning staff', 'machine-learning-5'],
    ['em', 'engineering-manager'],
    ['sr em', 'senior-engineering-manager'],
    ['tpm', 'technical-program-manager'],
    ['swe in test', 'software-engineer-in-test'],
    ['m1', 'engineering-manager'],
    ['engineering manager', 'engineering-manager'],
    ['technical program manager', 'technical-program-manager'],
    ['product manger', 'product-manager'],
  ])('"%s" means one role to a backend engineer', (text, role) => {
    expect(said(matchText(shared, text, own('backend-3')))).toBe(role);
  });

  test.each(['ic4', 'senior engineer', 'sr engineer', 'staff', 'ic 4 craft'])(
    '"%s" is asked back of somebody who stands on none of them',
    (text) => {
      expect(tracksOf(matchText(shared, text))).toHaveLength(8);
      expect(tracksOf(matchText(shared, text, own('engineering-manager')))).toHaveLength(8);
    },
  );

  test('a role in a competency keeps the competency when it is asked back', () => {
    const pairs = Array(8).fill(
      expect.objectContaining({ competency: shared.competency('craft') }),
    );
    expect(matchText(shared, 'ic4 craft')).toMatchObject({ roles: [], pairs });
  });

  test('"pm" may be a product or a program manager', () => {
    const match = matchText(shared, 'pm');
    expect(match).toMatchObject({ alike: true });
    expect(said(match)).toBe('near product-manager program-manager');
  });

  test('a track brings its rungs', () => {
    expect(tracksOf(matchText(shared, 'mobile'))).toEqual(Array(4).fill('mobile'));
  });

  test.each(['zebra', 'ic9', 'xyz', 'qqq engineer of nothing at all'])(
    '"%s" is no sure answer',
    (text) => {
      expect(matchText(shared, text)).toMatchObject({ kind: 'nearest', alike: false });
    },
  );

  test('two levels are compared on the own track, and asked back elsewhere', () => {
    const pair = { kind: 'pair', from: { key: 'backend-3' }, to: { key: 'backend-4' } };
    expect(matchPair(shared, 'ic3 ic4', own('backend-3'))).toMatchObject(pair);
    expect(matchPair(shared, 'ic3 with ic4', own('backend-3'))).toMatchObject(pair);
    expect(matchPair(shared, 'ic3 ic4')).toMatchObject({ kind: 'nearest', alike: true });
    expect(matchPair(shared, 'mobile ic3 mobile ic5')).toMatchObject({
      kind: 'pair',
      from: { key: 'mobile-3' },
      to: { key: 'mobile-5' },
    });
    expect(matchPair(shared, 'em and tpm')).toMatchObject({ kind: 'pair' });
  });
});
