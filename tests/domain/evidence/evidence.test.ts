import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allRecent,
  appendNote,
  type Evidence,
  type EvidenceWindow,
  groupByCompetency,
  noteLimit,
  untagged,
  windowFor,
  windowSinceLastReview,
} from '../../../src/domain/evidence/evidence.js';
import { addDays, type Day } from '../../../src/domain/time/day.js';

function isInside(day: Day, { from, before }: EvidenceWindow): boolean {
  return (from === undefined || day >= from) && (before === undefined || day < before);
}

const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-01-01', days));
const cycles = fc.array(fc.record({ reviewOn: day, opened: fc.boolean() }), { maxLength: 8 });
const opened = (...days: Day[]) => days.map((reviewOn) => ({ reviewOn, opened: true }));

const piece = fc.record<Evidence>({
  id: fc.uuid(),
  competencyKey: fc.constantFrom('execution', 'leadership', undefined),
  note: fc.string({ minLength: 1 }),
  happenedOn: day,
  permalink: fc.constant(undefined),
  message: fc.constant(undefined),
  createdAt: fc.date({ noInvalidDate: true }),
});

describe('what belongs to a review', () => {
  it('begins on the day of the review before it', () => {
    const window = windowFor('2027-03-24', opened('2026-09-24', '2026-12-24', '2027-03-24'));
    expect(window).toEqual({ from: '2026-12-24', before: undefined });
  });

  it('ends with the day before it, once a later cycle has opened', () => {
    const window = windowFor('2026-12-24', opened('2026-12-24', '2027-03-24'));
    expect(window).toEqual({ from: undefined, before: '2026-12-24' });
  });

  it('does not end or begin with a cycle that never opened', () => {
    const planned = { reviewOn: '2026-12-24', opened: false };
    const later = { reviewOn: '2027-06-24', opened: false };
    const window = windowFor('2027-03-24', [...opened('2027-03-24'), planned, later]);
    expect(window).toEqual({ from: undefined, before: undefined });
  });

  it('is the same piece for no two of them, but for what comes after the newest', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 8 }), day, (reviews, happened) => {
        const inside = reviews.filter((review) =>
          isInside(happened, windowFor(review, opened(...reviews))),
        );
        expect(inside).toHaveLength(1);
      }),
    );
  });

  it('since the last review that took place by today, whatever is planned', () => {
    fc.assert(
      fc.property(cycles, day, (all, today) => {
        const { from, before } = windowSinceLastReview(today, all);
        const past = all.filter((one) => one.opened && one.reviewOn <= today);
        expect(before).toBeUndefined();
        expect(from).toBe(
          past
            .map(({ reviewOn }) => reviewOn)
            .sort()
            .at(-1),
        );
      }),
    );
  });
});

describe('pieces by competency', () => {
  it('are all there, each once, under its own, newest first', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const groups = groupByCompetency(pieces);
        const all = [...groups.values()].flat();
        expect(all).toHaveLength(pieces.length);
        expect(new Set(all)).toEqual(new Set(pieces));
        for (const [key, group] of groups) {
          for (const one of group) expect(one.competencyKey ?? untagged).toBe(key);
          const days = group.map(({ happenedOn }) => happenedOn);
          expect(days).toEqual([...days].sort().reverse());
        }
      }),
    );
  });
});

describe('the hint that all of it is recent', () => {
  const quarter = { from: '2026-12-24', reviewOn: '2027-03-24' };

  it('comes when three pieces are all from the last third', () => {
    expect(allRecent(['2027-02-22', '2027-03-01', '2027-03-02'], quarter)).toBe('2027-02-22');
  });

  it('does not come for two', () => {
    expect(allRecent(['2027-03-01', '2027-03-02'], quarter)).toBeUndefined();
  });

  it('does not come when one is from the day before the last third', () => {
    const days = ['2027-02-21', '2027-03-01', '2027-03-02'];
    expect(allRecent(days, quarter)).toBeUndefined();
  });

  it('takes the period for a quarter where no review came before', () => {
    const first = { from: undefined, reviewOn: '2027-03-24' };
    expect(allRecent(['2027-03-01', '2027-03-02', '2027-03-03'], first)).toBe('2027-02-22');
  });

  it('names a day in the last third, and no piece from before it', () => {
    const days = fc.array(day, { minLength: 3 });
    fc.assert(
      fc.property(days, day, fc.integer({ min: 1, max: 400 }), (kept, from, length) => {
        const reviewOn = addDays(from, length);
        const since = allRecent(kept, { from, reviewOn });
        const earliest = [...kept].sort()[0] as Day;
        if (since === undefined) expect(earliest < reviewOn).toBe(true);
        else expect(earliest >= since && since > from && since <= reviewOn).toBe(true);
      }),
    );
  });
});

describe('a note after a text', () => {
  const words = fc.string({ minLength: 1, maxLength: 2000 }).filter((text) => text.trim() === text);

  it('stands behind everything that was typed', () => {
    fc.assert(
      fc.property(words, words, (typed, note) => {
        const both = appendNote(typed, note);
        if ('tooLongBy' in both) {
          expect(typed.length + 2 + note.length).toBe(noteLimit + both.tooLongBy);
          return;
        }
        expect(both.text.startsWith(typed)).toBe(true);
        expect(both.text).toContain(note);
        expect(both.text.length).toBeLessThanOrEqual(noteLimit);
      }),
    );
  });

  it('comes once, however often it is added', () => {
    fc.assert(
      fc.property(words, words, (typed, note) => {
        const once = appendNote(typed, note);
        if ('text' in once) expect(appendNote(once.text, note)).toEqual(once);
      }),
    );
  });

  it('is not taken for there because a word of the text begins like it', () => {
    expect(appendNote('Done. And more.', 'Done.')).toEqual({ text: 'Done. And more.\n\nDone.' });
  });
});
