import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActionItemEvent,
  type ActionItemState,
  askedOn,
  compareActionItems,
  doneFact,
  dueState,
  transitionActionItem,
} from '../../../src/domain/action-item/action-item.js';
import { addDays, daysBetween } from '../../../src/domain/time/day.js';
import { isWorkingDay } from '../../../src/domain/time/working-days.js';

const states: ActionItemState[] = ['open', 'done', 'dropped'];
const events: ActionItemEvent[] = ['done', 'reschedule', 'drop'];
const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });

describe('the life of an action', () => {
  it('is this table', () => {
    const table = states.map((state) =>
      events.map((event) => {
        const move = transitionActionItem(state, event);
        return 'to' in move ? move.to : move.refused;
      }),
    );
    expect(table).toEqual([
      ['done', 'open', 'dropped'],
      ['already_done', 'already_done', 'already_done'],
      ['already_dropped', 'already_dropped', 'already_dropped'],
    ]);
  });
});

describe('how near the day is', () => {
  it.each([
    ['2027-03-31', 'overdue'],
    ['2027-04-01', 'today'],
    ['2027-04-08', 'soon'],
    ['2027-04-09', 'later'],
  ])('an action of %s is %s on 1 April', (dueOn, due) => {
    expect(dueState(dueOn, '2027-04-01')).toBe(due);
  });

  it('is overdue from the day after on, and never before', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (dueOn, today) => {
        expect(dueState(dueOn, today) === 'overdue').toBe(daysBetween(dueOn, today) > 0);
      }),
    );
  });
});

describe('the day on which the owner is asked', () => {
  it('is the Monday after a Saturday', () => {
    expect(askedOn('2027-04-03', { workingDays: [1, 2, 3, 4, 5] })).toBe('2027-04-05');
  });

  it('is none where nobody ever works', () => {
    expect(askedOn('2027-04-03', { workingDays: [] })).toBeUndefined();
  });

  it('is the first working day from the due day on, whatever the week', () => {
    fc.assert(
      fc.property(anyDay, weekdays, (dueOn, workingDays) => {
        const asked = askedOn(dueOn, { workingDays }) ?? '';
        expect(isWorkingDay(asked, { workingDays })).toBe(true);
        const before = Array.from({ length: daysBetween(dueOn, asked) }, (_, n) =>
          addDays(dueOn, n),
        );
        expect(before.some((day) => isWorkingDay(day, { workingDays }))).toBe(false);
      }),
    );
  });
});

describe('a list of actions', () => {
  const action = (id: string, state: ActionItemState, dueOn: string, closedOn?: string) => ({
    id,
    state,
    dueOn,
    createdAt: new Date('2027-01-01'),
    closedAt: closedOn === undefined ? undefined : new Date(closedOn),
  });

  it('has the open ones first by their day, then the closed, the latest first', () => {
    const list = [
      action('a', 'done', '2027-01-01', '2027-02-01'),
      action('b', 'open', '2027-05-01'),
      action('c', 'dropped', '2027-01-01', '2027-03-01'),
      action('d', 'open', '2027-04-01'),
    ];
    expect(list.sort(compareActionItems).map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
  });

  it('counts what is done, without what was dropped', () => {
    expect(doneFact([{ state: 'done' }, { state: 'open' }, { state: 'dropped' }])).toBe(
      '1 of 2 done',
    );
    expect(doneFact([{ state: 'dropped' }])).toBeUndefined();
  });
});
