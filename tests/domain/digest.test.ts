import { describe, expect, it } from 'vitest';
import {
  ago,
  completionFact,
  groupTeam,
  hasSomethingToDo,
  type ReportState,
} from '../../src/domain/digest.js';

function report(name: string, changes: Partial<ReportState> = {}): ReportState {
  return {
    personId: name,
    slackUserId: `U${name}`,
    name,
    hasRole: true,
    checkIn: 'none',
    submittedOn: undefined,
    nudge: 'possible',
    ...changes,
  };
}

const names = (reports: ReportState[]) => reports.map(({ name }) => name);

describe("a manager's team", () => {
  const team = groupTeam([
    report('Wren', { checkIn: 'draft' }),
    report('Teo', { checkIn: 'submitted' }),
    report('Kit', { hasRole: false }),
    report('Sora'),
    report('Rosa', { checkIn: 'submitted', hasRole: false }),
  ]);

  it('is grouped by what it asks of the manager, each group by name', () => {
    expect(names(team.sent)).toEqual(['Rosa', 'Teo']);
    expect(names(team.waiting)).toEqual(['Sora', 'Wren']);
    expect(names(team.noRole)).toEqual(['Kit']);
  });

  it('counts check-ins of those who are asked for one', () => {
    expect(completionFact(team)).toBe('2 of 4 check-ins are in');
  });

  it('asks nothing of the manager once every check-in is in', () => {
    expect(hasSomethingToDo(team)).toBe(true);
    expect(hasSomethingToDo(groupTeam([report('Teo', { checkIn: 'submitted' })]))).toBe(false);
  });

  it.each([
    [0, 0, 'nobody in your team has a role yet'],
    [0, 1, 'the one check-in is not in yet'],
    [1, 1, 'the one check-in is in'],
    [0, 3, 'none of 3 check-ins is in yet'],
    [1, 3, '1 of 3 check-ins is in'],
    [3, 3, 'all 3 check-ins are in'],
  ])('with %i of %i says that %s', (submitted, asked, fact) => {
    expect(completionFact({ submitted, asked })).toBe(fact);
  });
});

describe('how long ago', () => {
  it.each([
    ['2027-03-10', 'today'],
    ['2027-03-09', 'yesterday'],
    ['2027-03-01', '9 days ago'],
  ])('%s is %s', (day, words) => {
    expect(ago(day, '2027-03-10')).toBe(words);
  });
});
