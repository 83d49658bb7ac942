import { describe, expect, test } from 'vitest';
import { competencyLabel, roleLabel } from '../../../src/domain/role/labels.js';
import type { Match } from '../../../src/domain/role/match-words.js';
import { matchText } from '../../../src/domain/role/matching.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { readFrameworkFile } from '../../../src/framework-file.js';
import { groupedLadder } from '../../support/grouped-ladder.js';
import { largeLadder } from '../../support/ladders/made-up.js';
import { sharedLevels } from '../../support/shared-levels.js';
import { frameworkOf } from '../framework/example.js';

const railway = indexOf(readFrameworkFile('tests/support/ladders/railway'));

/** What is meant; of several, all choices. */
function said(match: Match): string[] {
  if (match.kind === 'competency') return [match.competency.key];
  if (match.kind === 'role') return [match.role === 'mine' ? 'mine' : match.role.key];
  if (match.kind !== 'nearest') return [pairOf(match)];
  const { alike, roles, competencies, pairs } = match;
  return [
    ...(alike ? [] : ['not sure']),
    ...[...roles, ...competencies].map(({ key }) => key),
    ...pairs.map(pairOf),
  ];
}

function pairOf({ role, competency }: Extract<Match, { kind: 'role-and-competency' }> | Pair) {
  return `${role === 'mine' ? 'mine' : role.key} + ${competency.key}`;
}
type Pair = Extract<Match, { kind: 'nearest' }>['pairs'][number];

describe('On a ladder with the same name in several groups', () => {
  test.each([
    ['planning', ['planning-day', 'planning-line']],
    ['Planing', ['planning-day', 'planning-line']],
    ['communication', ['talking-guests', 'talking-crew']],
    ['comunication', ['talking-guests', 'talking-crew']],
    ['surveying', ['planning-line']],
    ['planning-day', ['planning-day']],
    ['planning running the day', ['planning-day']],
    ['Running the day · Planning', ['planning-day']],
    ['Planning (building the line)', ['planning-line']],
    ['planning building', ['planning-line']],
    ['communication within crew', ['talking-crew']],
    ['comunication with guests', ['talking-guests']],
    ['running the day', ['planning-day', 'steam']],
    ['steam', ['steam']],
  ])('"%s" is a competency, or is asked back', (text, keys) => {
    expect(said(matchText(railway, text))).toEqual(keys);
  });

  test.each([
    ['senior-driver planning', ['senior-driver + planning-day', 'senior-driver + planning-line']],
    ['planning driver r2', ['senior-driver + planning-day', 'senior-driver + planning-line']],
    ['driver r2 planing', ['senior-driver + planning-day', 'senior-driver + planning-line']],
    ['driver r2 planning building the line', ['senior-driver + planning-line']],
    ['driver r2 building the line planning', ['senior-driver + planning-line']],
    ['planning (running the day) driver r2', ['senior-driver + planning-day']],
    ['driver r2 planning day', ['senior-driver + planning-day']],
    ['ganger planning', ['ganger + planning-line']],
    ['porter communication', ['porter + talking-guests']],
    ['porter communication within the crew', ['porter + talking-crew']],
    ['station team lead communication crew', ['station-lead + talking-crew']],
    [
      'station team lead communication',
      ['station-lead + talking-guests', 'station-lead + talking-crew'],
    ],
    ['team lead welcome', ['station-lead + welcome']],
    [
      'team lead planning',
      ['driving-lead + planning-day', 'line-lead + planning-day', 'line-lead + planning-line'],
    ],
    ['porter steam', ['porter + steam']],
  ])('"%s" is a role in a competency that it asks, or is asked back', (text, pairs) => {
    expect(said(matchText(railway, text))).toEqual(pairs);
  });

  test.each([
    ['ganger', 'my planning', ['ganger + planning-line']],
    [
      'senior-driver',
      'my planning',
      ['senior-driver + planning-day', 'senior-driver + planning-line'],
    ],
    ['senior-driver', 'my planning building', ['senior-driver + planning-line']],
    ['porter', 'my communication', ['porter + talking-guests']],
    ['line-lead', 'team lead planning', ['line-lead + planning-day', 'line-lead + planning-line']],
    ['crew-lead', 'team lead communication', ['crew-lead + talking-crew']],
    [undefined, 'my planning', ['mine + planning-day', 'mine + planning-line']],
    [undefined, 'my steam', ['mine + steam']],
  ])('of %s, "%s" means', (key, text, pairs) => {
    const own = key === undefined ? undefined : railway.role(key);
    expect(said(matchText(railway, text, { own }))).toEqual(pairs);
  });
});

describe('What a list calls a role or a competency finds it again', () => {
  test.each([
    ['railway', railway],
    ['shared levels', indexOf(sharedLevels())],
    ['groups', indexOf(groupedLadder())],
    ['bakery', indexOf(readFrameworkFile('tests/support/ladders/bakery'))],
    ['205 roles', indexOf(frameworkOf(largeLadder()))],
  ])('on the ladder with %s', (_, index) => {
    const { roles, competencies } = index.framework;
    for (const role of roles) {
      expect(said(matchText(index, roleLabel(index, role)))).toEqual([role.key]);
    }
    for (const one of competencies) {
      expect(said(matchText(index, competencyLabel(index, one)))).toEqual([one.key]);
    }
    const labels = [
      ...roles.map((role) => roleLabel(index, role)),
      ...competencies.map((one) => competencyLabel(index, one)),
    ];
    expect(new Set(labels).size).toBe(labels.length);
  });
});
