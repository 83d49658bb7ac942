import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ago, completionFact, conversationFact } from '../../../src/domain/team/facts.js';
import {
  groupTeam,
  type ReportState,
  sizeOfTeam,
  teamGroups,
  todoOf,
} from '../../../src/domain/team/team.js';

function report(name: string, changes: Partial<ReportState> = {}): ReportState {
  return {
    personId: name,
    slackUserId: `U${name}`,
    name,
    hasRole: true,
    checkIn: 'none',
    submittedOn: undefined,
    view: 'none',
    brief: undefined,
    talkedOn: undefined,
    hasHistory: false,
    nudge: 'possible',
    ...changes,
  };
}

const brief = { checkInId: 'C1', since: '2027-03-20' };
const prepared = { checkIn: 'revealed' as const, view: 'submitted' as const, brief };
const names = (reports: ReportState[]) => reports.map(({ name }) => name);

describe("a manager's team", () => {
  const team = groupTeam([
    report('Wren', { checkIn: 'draft' }),
    report('Teo', { checkIn: 'submitted' }),
    report('Kit', { hasRole: false }),
    report('Sora'),
    report('Rosa', { checkIn: 'submitted', hasRole: false }),
    report('Kim', prepared),
    report('Noor', { ...prepared, talkedOn: '2027-03-25' }),
    report('Ada', { ...prepared, brief: undefined }),
  ]);

  it('is grouped by what it asks of the manager, each group by name', () => {
    expect(names(team.groups.ready)).toEqual(['Rosa', 'Teo']);
    expect(names(team.groups.waiting)).toEqual(['Sora', 'Wren']);
    expect(names(team.groups.bothIn)).toEqual(['Kim']);
    expect(names(team.groups.noRole)).toEqual(['Kit']);
  });

  it('lets go of who has talked, and of what a manager before them has prepared', () => {
    expect(names(team.groups.talked)).toEqual(['Noor']);
    expect(names(team.groups.formerManager)).toEqual(['Ada']);
  });

  it('counts check-ins of those who are asked for one', () => {
    expect(completionFact(team)).toBe('5 of 7 check-ins are in');
  });

  it('counts conversations once the reviews have started', () => {
    expect(conversationFact(team)).toBe('1 of 4 conversations is recorded');
    expect(conversationFact(groupTeam([report('Sora')]))).toBe('the one check-in is not in yet');
    expect(conversationFact(groupTeam([report('Kim', prepared)]))).toBe(
      'the one conversation is still open',
    );
  });

  it('loses nobody and shows nobody twice', () => {
    const anybody = fc.record({
      checkIn: fc.constantFrom<ReportState['checkIn']>('none', 'draft', 'submitted', 'revealed'),
      hasRole: fc.boolean(),
      brief: fc.constantFrom(undefined, brief),
      talkedOn: fc.constantFrom(undefined, '2027-03-25'),
      view: fc.constantFrom<ReportState['view']>('none', 'draft', 'submitted'),
    });
    fc.assert(
      fc.property(fc.array(anybody), (states) => {
        const reports = states.map((state, number) => report(`${number}`, state));
        const grouped = groupTeam(reports);
        const shown = teamGroups.flatMap((group) => names(grouped.groups[group]));
        expect(shown.sort()).toEqual(names(reports).sort());
        expect(sizeOfTeam(grouped)).toBe(reports.length);
        expect(grouped.submitted).toBeLessThanOrEqual(grouped.asked);
      }),
    );
  });
});

describe('what a team asks of its manager', () => {
  const todo = (changes: Partial<ReportState>) => todoOf(groupTeam([report('Teo', changes)]));

  it.each<[string, Partial<ReportState>, boolean, boolean]>([
    ['to wait for a check-in', {}, true, false],
    ['a view', { checkIn: 'submitted' }, true, true],
    [
      'nothing more, once the view is given',
      { checkIn: 'submitted', view: 'submitted' },
      false,
      false,
    ],
    ['to talk', prepared, true, true],
    ['nothing, once they have talked', { ...prepared, talkedOn: '2027-03-25' }, false, false],
    ['to see to a role', { hasRole: false }, true, false],
  ])('is %s', (_, changes, asks, conversationsOpen) => {
    expect(todo(changes)).toEqual({ asks, conversationsOpen });
  });
});

describe('the fact', () => {
  it.each([
    [0, 0, 'nobody in your team has a role yet'],
    [0, 1, 'the one check-in is not in yet'],
    [1, 1, 'the one check-in is in'],
    [0, 3, 'none of 3 check-ins is in yet'],
    [1, 3, '1 of 3 check-ins is in'],
    [2, 2, 'both check-ins are in'],
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
