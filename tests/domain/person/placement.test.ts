import { describe, expect, it } from 'vitest';
import type { PeopleRow } from '../../../src/domain/person/people-file.js';
import { placePeopleRows, type WhatIsKnown } from '../../../src/domain/person/placement.js';
import { indexOf } from '../../../src/domain/role/position.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const framework = indexOf(builtInFramework());
const nobody: WhatIsKnown = {
  framework,
  today: '2027-03-02',
  colleagues: new Map(),
  askedSlack: false,
};

function row(slackUserId: string, more: Partial<PeopleRow> = {}): PeopleRow {
  return { line: 2, slackUserId, role: '', managerSlackUserId: '', startedOn: '', ...more };
}

const problems = (rows: PeopleRow[], known: Partial<WhatIsKnown> = {}) =>
  placePeopleRows(rows, { ...nobody, ...known }).problems.map(({ message }) => message);

describe('the rows of a people file', () => {
  it.each(['senior', 'Senior Business Operations Manager', 'sr biz ops mgr', 'SENIOR MANAGER'])(
    'find the senior role as "%s"',
    (role) => {
      const { placements } = placePeopleRows([row('U0SORA', { role })], nobody);
      expect(placements[0]?.roleKey).toBe('senior');
    },
  );

  it('may leave everything but the id empty', () => {
    expect(placePeopleRows([row('U0KIT')], nobody)).toEqual({
      placements: [
        {
          slackUserId: 'U0KIT',
          roleKey: undefined,
          managerSlackUserId: undefined,
          inRoleSince: undefined,
        },
      ],
      problems: [],
    });
  });

  it('suggest the nearest roles for one that there is not', () => {
    expect(problems([row('U0SORA', { role: 'seniour wizard' })])[0]).toMatch(
      /^There is no role "seniour wizard"\. The nearest: senior \(Senior Business Operations Manager\)/,
    );
  });

  it.each(['my', 'execution'])('take no role for "%s"', (role) => {
    expect(problems([row('U0SORA', { role })])).toHaveLength(1);
  });

  it.each([
    ['an empty id', row(''), /^slack_user_id is empty\./],
    [
      'a name instead of an id',
      row('@teo'),
      /^"@teo" is no Slack user id; these look like U024BE7LH\./,
    ],
    ['an id in small letters', row('u0teo'), /^"u0teo" is no Slack user id/],
    [
      'a name instead of a manager',
      row('U0TEO', { managerSlackUserId: 'Mika' }),
      /^The manager "Mika" is no Slack user id/,
    ],
    [
      'a manager whom nobody knows',
      row('U0TEO', { managerSlackUserId: 'U0MIKA' }),
      /^The manager U0MIKA is neither in this file nor known to Ladder\./,
    ],
    [
      'themselves as the manager',
      row('U0TEO', { managerSlackUserId: 'U0TEO' }),
      /^U0TEO is their own manager here\./,
    ],
    [
      'a date in words',
      row('U0TEO', { startedOn: '2 March 2026' }),
      /^started_on "2 March 2026" is no date\. Write it as year-month-day/,
    ],
    [
      'a date that no calendar has',
      row('U0TEO', { startedOn: '2026-02-30' }),
      /^started_on "2026-02-30" is no date\./,
    ],
    [
      'a date that is to come',
      row('U0TEO', { startedOn: '2027-03-03' }),
      /^started_on 2027-03-03 is in the future\./,
    ],
  ])('are refused for %s', (_, given, message) => {
    expect(problems([given])).toEqual([expect.stringMatching(message)]);
  });

  it('say where a person is already', () => {
    const twice = [row('U0TEO'), row('U0ROSA', { line: 3 }), row('U0TEO', { line: 4 })];
    expect(placePeopleRows(twice, nobody).problems).toEqual([
      { line: 4, message: 'U0TEO is in line 2 already. Keep one of the two lines.' },
    ]);
  });

  it('may name a manager further down', () => {
    const rows = [row('U0TEO', { managerSlackUserId: 'U0MIKA' }), row('U0MIKA', { line: 3 })];
    expect(problems(rows)).toEqual([]);
  });

  it('are refused for a circle of managers, once, at its first line', () => {
    const rows = [
      row('U0KIT', { line: 2, managerSlackUserId: 'U0TEO' }),
      row('U0TEO', { line: 3, managerSlackUserId: 'U0ROSA' }),
      row('U0ROSA', { line: 4, managerSlackUserId: 'U0MIKA' }),
      row('U0MIKA', { line: 5, managerSlackUserId: 'U0TEO' }),
    ];
    expect(placePeopleRows(rows, nobody).problems).toEqual([
      {
        line: 3,
        message:
          'These managers go round in a circle: U0TEO → U0ROSA → U0MIKA → U0TEO. Change one of them, or leave it empty.',
      },
    ]);
  });

  it('may open a circle that was there', () => {
    const colleagues = new Map([
      ['U0TEO', { manager: 'U0MIKA', standing: 'here' as const }],
      ['U0MIKA', { manager: 'U0TEO', standing: 'here' as const }],
    ]);
    expect(problems([row('U0TEO')], { colleagues })).toEqual([]);
  });

  it('report the problems of all lines, in their order', () => {
    const rows = [
      row('U0MIKA', { line: 2, managerSlackUserId: 'U0TEO' }),
      row('U0TEO', { line: 3, role: 'wizard', managerSlackUserId: 'U0MIKA', startedOn: 'soon' }),
      row('teo', { line: 4 }),
    ];
    expect(placePeopleRows(rows, nobody).problems.map(({ line }) => line)).toEqual([2, 3, 3, 4]);
  });
});
