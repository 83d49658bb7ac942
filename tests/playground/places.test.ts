import { describe, expect, test } from 'vitest';
import { channels, leaver, people } from '../../playground/made-up-workspace.js';
import { past } from '../../playground/past/index.js';
import { pastOn } from '../../playground/past/on-ladder.js';
import { channelsOn, peopleOn, placesOn } from '../../playground/places.js';
import { parseFrameworkFile } from '../../src/domain/framework/file.js';
import type { Framework } from '../../src/domain/framework/framework.js';
import { checkInPages, nextSteps } from '../../src/domain/questionnaire/pages.js';
import { indexOf } from '../../src/domain/role/position.js';
import { builtInFramework } from '../support/built-in-framework.js';
import { largeFramework } from '../support/large-framework.js';
import { ladders } from './ladders.js';

const everybody = [...people, leaver];

function read(text: string) {
  const parsed = parseFrameworkFile(text, 'ladder.yaml');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.framework;
}

function roleKeys(text: string) {
  return Object.fromEntries([...placesOn(read(text))].map(([id, { key }]) => [id, key]));
}

/** The ladders as frameworks; reading the largest from its file takes seconds. */
const frameworks: [string, () => Framework][] = [
  ...ladders
    .slice(0, -1)
    .map(([name, file]): [string, () => Framework] => [name, () => read(file())]),
  ['a ladder of 40 competencies', largeFramework],
];

const ladderFile = (name: string) => ladders.find(([start]) => start.includes(name))?.[1]() ?? '';

describe('On the built-in ladder', () => {
  test('everybody stands where they always stood, with the same names and channels', () => {
    expect(peopleOn(builtInFramework(), everybody)).toEqual(everybody);
    expect(channelsOn(builtInFramework(), channels)).toEqual(channels);
  });

  test('the past is the written one', () => {
    const roleOf = (id: string) => everybody.find((person) => person.id === id)?.role;
    const { checkIns } = pastOn(builtInFramework(), roleOf);
    expect(checkIns.map(({ summary }) => summary)).toEqual(past.map(({ summary }) => summary));
    expect(checkIns[2]?.actions).toEqual(past[2]?.actions);
    expect(checkIns[2]?.self[2]).toEqual({
      competency: 'impact',
      choice: undefined,
      text: 'There was no new colleague whom I could have shown around.',
    });
  });
});

describe('On other ladders', () => {
  test('two roles are shared among all', () => {
    expect(roleKeys(ladderFile('smallest'))).toEqual({
      ...{ U0TEO: 'helper', U0ROSA: 'helper', U0LOU: 'helper' },
      ...{ U0SORA: 'maker', U0WREN: 'maker', U0MIKA: 'maker', U0NOOR: 'maker' },
    });
  });

  test('people stand on first, middle and last rungs, and one on a track of one', () => {
    expect(roleKeys(ladderFile('levels, shared parts'))).toEqual({
      ...{ U0TEO: 'helper', U0ROSA: 'helper', U0LOU: 'helper', U0SORA: 'gardener' },
      ...{ U0WREN: 'gardener', U0MIKA: 'seller', U0NOOR: 'seller' },
    });
    expect(roleKeys(ladderFile('205 roles'))).toMatchObject({
      ...{ U0TEO: 'role-0', U0ROSA: 'role-52', U0WREN: 'role-156', U0MIKA: 'role-155' },
    });
  });

  test('one role is enough', () => {
    const text = ladderFile('smallest').replace(/ {2}- \{ key: maker.*\n/, '');
    expect(new Set(Object.values(roleKeys(text)))).toEqual(new Set(['helper']));
  });

  test('profiles have the ladder’s titles, and the newcomer and the admin stay without a role', () => {
    const placed = peopleOn(read(ladderFile('smallest')), people);
    expect(placed.find(({ id }) => id === 'U0TEO')).toMatchObject({
      ...{ name: 'Teo Brook', title: 'Helper', role: 'helper' },
    });
    for (const id of ['U0KIT', 'U0ADA']) {
      const one = (person: { id: string }) => person.id === id;
      expect(placed.find(one)).toEqual(people.find(one));
    }
  });

  test.each(frameworks)('the past on %s knows only what the ladder knows', (_, of) => {
    const framework = of();
    const index = indexOf(framework);
    const places = placesOn(framework);
    const { checkIns, evidence } = pastOn(framework, (id) => places.get(id)?.key);
    expect(checkIns).toHaveLength(past.length);
    for (const one of checkIns) {
      const role = places.get(one.person);
      if (!role) throw new Error(`${one.person} has no role`);
      const asked = checkInPages(framework, role).map(({ competency }) => competency.key);
      expect(one.role).toBe(role.key);
      expect(nextSteps(framework, role).map(({ key }) => key)).toContain(one.next);
      expect(asked).toEqual(
        expect.arrayContaining(one.actions.map(({ competency }) => competency)),
      );
      for (const side of [one.self, one.view]) {
        expect(side.map(({ competency }) => competency)).toEqual(asked);
        for (const { competency, choice, text } of side) {
          const levels = framework.rate === 'levels' ? index.levels(competency) : [];
          const choices = levels.length > 0 ? levels : framework.scale;
          if (choice === undefined) expect(text).not.toBe('');
          else expect(choices.map(({ key }) => key)).toContain(choice);
        }
      }
    }
    for (const { person, competency } of evidence) {
      if (competency === undefined) continue;
      expect(index.expectation(places.get(person)?.key ?? '', competency)).toBeDefined();
    }
  });

  test('who has no role there has no past', () => {
    const framework = read(ladderFile('smallest'));
    const { checkIns, evidence } = pastOn(framework, (id) =>
      id === 'U0TEO' ? 'helper' : undefined,
    );
    expect(new Set([...checkIns, ...evidence].map(({ person }) => person))).toEqual(
      new Set(['U0TEO']),
    );
  });
});
