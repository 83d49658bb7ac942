import { isDeepStrictEqual } from 'node:util';
import type { RatingPoint } from '../framework/framework.js';
import type { CheckInPage } from './pages.js';

/** "No opportunity yet" stands apart from the scale: it is not a low rating. */
export type Choice = { kind: 'rating'; key: string } | { kind: 'no_opportunity' };

/** What a person says about one competency. */
export interface Answer {
  choice: Choice | undefined;
  text: string;
  /** When they last typed or chose, by the clock of the requests; undefined before the first time. */
  editedAt: Date | undefined;
}

/** What a person says on the last page. */
export interface LastPage {
  proudOf: string;
  /** A key of `nextSteps`, or empty. */
  next: string;
  needs: string;
  editedAt: Date | undefined;
}

/** A change to an answer or to the last page: what is left out stays as it is. */
export type Edit<T extends { editedAt: Date | undefined }> = Partial<Omit<T, 'editedAt'>> & {
  editedAt: Date;
};

export const emptyAnswer: Answer = { choice: undefined, text: '', editedAt: undefined };
export const emptyLastPage: LastPage = { proudOf: '', next: '', needs: '', editedAt: undefined };

/**
 * What is kept after an edit. Requests overtake each other on their way: one that was made before
 * what is stored changes nothing, so that old typing never replaces newer typing.
 */
export function takeEdit<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>): T {
  if (stored.editedAt && edit.editedAt < stored.editedAt) return stored;
  return { ...stored, ...edit };
}

/**
 * The same edit for somebody who leaves the page with it: it counts as the latest, even if the
 * clock that stamped it runs a little behind the one that stamped the typing.
 */
export function asLatest<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>) {
  const late = stored.editedAt && stored.editedAt > edit.editedAt;
  return late ? { ...edit, editedAt: stored.editedAt as Date } : edit;
}

/** Whether all that an edit says is there already, whenever it was said. */
export function isKept<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>) {
  const { editedAt } = stored;
  return isDeepStrictEqual({ ...stored, ...edit, editedAt }, stored);
}

/** What an answer still lacks; undefined if it counts. */
export type Gap = 'choice' | 'why';

/** A rating counts by itself; "No opportunity yet" needs a few words on what was missing. */
export function gapOf(answer: Answer | undefined, scale: readonly RatingPoint[]): Gap | undefined {
  if (!answer) return 'choice';
  if (answer.choice?.kind === 'no_opportunity') return lacksWhy(answer) ? 'why' : undefined;
  return choiceLabel(answer.choice, scale) === undefined ? 'choice' : undefined;
}

/** "No opportunity yet" without a word on what was missing. */
export function lacksWhy({ choice, text }: Answer): boolean {
  return choice?.kind === 'no_opportunity' && text.trim() === '';
}

/** The numbers of the pages that are still open, from 0. Empty: everything is answered. */
export function openPages(
  pages: readonly CheckInPage[],
  answers: ReadonlyMap<string, Answer>,
  scale: readonly RatingPoint[],
): number[] {
  return pages.flatMap(({ competency }, page) =>
    gapOf(answers.get(competency.key), scale) ? [page] : [],
  );
}

/** How a choice reads: the point's own label. Undefined if there is none, or none of this scale. */
export function choiceLabel(
  choice: Choice | undefined,
  scale: readonly RatingPoint[],
): string | undefined {
  if (choice?.kind === 'no_opportunity') return 'No opportunity yet';
  return scale.find(({ key }) => key === choice?.key)?.label;
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The first whole sentences of a text that fit into so many characters; empty if none does. */
export function wholeSentences(text: string, limit: number): string {
  let end = 0;
  for (const { index, segment } of sentences.segment(text.trim())) {
    const reach = index + segment.trimEnd().length;
    if (reach > limit) break;
    end = reach;
  }
  return text.trim().slice(0, end);
}
