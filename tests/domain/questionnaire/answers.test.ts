import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  asLatest,
  type Choice,
  choiceLabel,
  type Edit,
  emptyAnswer,
  gapOf,
  isKept,
  openPages,
  takeEdit,
} from '../../../src/domain/questionnaire/answers.js';
import { checkInPages } from '../../../src/domain/questionnaire/pages.js';
import { builtInFramework } from '../../support/built-in-framework.js';

const framework = builtInFramework();
const { scale } = framework;
const rating: Choice = { kind: 'rating', key: scale[0]?.key ?? '' };
const at = (second: number) => new Date(Date.UTC(2027, 2, 3, 10, 0, second));

describe('an answer', () => {
  it('counts with a rating alone', () => {
    expect(gapOf({ ...emptyAnswer, choice: rating }, scale)).toBeUndefined();
  });

  it('is open without a choice, however much was written', () => {
    expect(gapOf({ ...emptyAnswer, text: 'Ran the pricing workshop.' }, scale)).toBe('choice');
  });

  it('is open when the scale no longer has its rating', () => {
    expect(gapOf({ ...emptyAnswer, choice: { kind: 'rating', key: 'gone' } }, scale)).toBe(
      'choice',
    );
  });

  it('needs a few words for "No opportunity yet"', () => {
    const choice: Choice = { kind: 'no_opportunity' };
    expect(gapOf({ ...emptyAnswer, choice, text: ' \n' }, scale)).toBe('why');
    expect(gapOf({ ...emptyAnswer, choice, text: 'No new joiner to buddy.' }, scale)).toBe(
      undefined,
    );
  });

  it('reads as the label of its rating', () => {
    expect(choiceLabel(rating, scale)).toBe(scale[0]?.label);
    expect(choiceLabel({ kind: 'no_opportunity' }, scale)).toBe('No opportunity yet');
    expect(choiceLabel(undefined, scale)).toBeUndefined();
  });
});

describe('what is still open', () => {
  const role = framework.roles[1];
  if (!role) throw new Error('the built-in ladder has a second rung');
  const pages = checkInPages(framework, role);

  it('is every page at first', () => {
    expect(openPages(pages, new Map(), scale)).toEqual([0, 1, 2, 3, 4]);
  });

  it('is what has no answer that counts', () => {
    const answers = new Map<string, Answer>([
      [pages[0]?.competency.key ?? '', { ...emptyAnswer, choice: rating }],
      [pages[3]?.competency.key ?? '', { ...emptyAnswer, choice: { kind: 'no_opportunity' } }],
    ]);
    expect(openPages(pages, answers, scale)).toEqual([1, 2, 3, 4]);
  });
});

describe('an edit', () => {
  it('leaves alone what it does not mention', () => {
    const stored: Answer = { choice: rating, text: 'Shipped it.', editedAt: at(1) };
    expect(takeEdit(stored, { text: 'Shipped it in May.', editedAt: at(2) })).toEqual({
      choice: rating,
      text: 'Shipped it in May.',
      editedAt: at(2),
    });
  });

  it('can take a choice back', () => {
    const stored: Answer = { choice: rating, text: '', editedAt: at(1) };
    expect(takeEdit(stored, { choice: undefined, editedAt: at(2) }).choice).toBeUndefined();
  });

  it('counts when the person leaves with it, even if our clock runs behind', () => {
    const stored: Answer = { choice: undefined, text: 'Half a sen', editedAt: at(5) };
    const edit: Edit<Answer> = { text: 'Half a sentence.', editedAt: at(3) };
    expect(takeEdit(stored, asLatest(stored, edit)).text).toBe('Half a sentence.');
  });

  it('is kept if all that it says is there already, whenever it was said', () => {
    const stored: Answer = { choice: rating, text: 'Shipped it.', editedAt: at(5) };
    expect(isKept(stored, { choice: { ...rating }, editedAt: at(9) })).toBe(true);
    expect(isKept(stored, { choice: rating, text: 'Shipped', editedAt: at(9) })).toBe(false);
  });

  const typing = fc
    .uniqueArray(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 })
    .chain((seconds) => fc.shuffledSubarray(seconds, { minLength: seconds.length }));

  it('of the latest request wins, in whatever order the requests arrive', () => {
    fc.assert(
      fc.property(typing, (arrivals) => {
        const kept = arrivals.reduce<Answer>(
          (stored, second) =>
            takeEdit(stored, { text: `typed at ${second}`, editedAt: at(second) }),
          emptyAnswer,
        );
        expect(kept.text).toBe(`typed at ${Math.max(...arrivals)}`);
      }),
    );
  });

  it('that arrives twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.nat(600), fc.nat(600), fc.string(), (before, second, text) => {
        const edit = { text, editedAt: at(second) };
        const once = takeEdit({ ...emptyAnswer, editedAt: at(before) }, edit);
        expect(takeEdit(once, edit)).toEqual(once);
      }),
    );
  });
});
