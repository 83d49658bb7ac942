import { isDeepStrictEqual } from 'node:util';
import type { GoingAlong } from '../evidence/evidence.js';
import type { RatingPoint } from '../framework/framework.js';
import { isBlank } from '../text/text.js';
import type { CheckInPage } from './pages.js';
import { type Sheet, sheetsOf } from './sheets.js';

/** "No opportunity yet" is not part of the scale: it is not a low rating. */
export type Choice = { kind: 'rating'; key: string } | { kind: 'no_opportunity' };

/** A person's answer about one competency. */
export interface Answer {
  choice: Choice | undefined;
  text: string;
  /** When the answer was last edited, by the requests' clock; undefined before the first edit. */
  editedAt: Date | undefined;
}

/** A person's answers on the last page. */
export interface LastPage {
  proudOf: string;
  /** A key of `nextSteps`, or empty. */
  next: string;
  needs: string;
  keptGoingAlong: GoingAlong;
  editedAt: Date | undefined;
}

/** A change to an answer or to the last page: missing properties stay as they are. */
export type Edit<T extends { editedAt: Date | undefined }> = Partial<Omit<T, 'editedAt'>> & {
  editedAt: Date;
};

export const emptyAnswer: Answer = { choice: undefined, text: '', editedAt: undefined };

/**
 * Returns what is stored after an edit. Requests may arrive out of order: an edit older than what
 * is stored changes nothing, so that old typing never replaces newer typing.
 */
export function takeEdit<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>): T {
  if (stored.editedAt && edit.editedAt < stored.editedAt) return stored;
  return { ...stored, ...edit };
}

/**
 * Returns the same edit as the latest one, for a page that is submitted: the clock that stamped the
 * submission may be a little behind the one that stamped the typing.
 */
export function asLatest<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>) {
  const late = stored.editedAt && stored.editedAt > edit.editedAt;
  return late ? { ...edit, editedAt: stored.editedAt as Date } : edit;
}

/** Returns whether an edit changes nothing, whatever its time. */
export function isKept<T extends { editedAt: Date | undefined }>(stored: T, edit: Edit<T>) {
  const { editedAt } = stored;
  return isDeepStrictEqual({ ...stored, ...edit, editedAt }, stored);
}

/** What is missing in an answer. */
export type Gap = 'choice' | 'why';

/**
 * Returns what is missing in an answer, undefined if it is complete. A rating is complete by
 * itself; "No opportunity yet" needs a reason.
 */
export function gapOf(
  answer: Pick<Answer, 'choice' | 'text'> | undefined,
  scale: readonly RatingPoint[],
): Gap | undefined {
  if (!answer) return 'choice';
  const { choice, text } = answer;
  if (choice?.kind === 'no_opportunity') return lacksWhy([choice], text) ? 'why' : undefined;
  return choiceLabel(choice, scale) === undefined ? 'choice' : undefined;
}

/** Whether "No opportunity yet" is among the choices without a reason in their text. */
export function lacksWhy(choices: readonly Answer['choice'][], text: string): boolean {
  return isBlank(text) && choices.some((choice) => choice?.kind === 'no_opportunity');
}

/**
 * Returns the texts about the competencies of a sheet: one, but for questionnaires that were answered
 * while each competency had a page of its own.
 */
export function textsOf({ pages }: Sheet, answers: ReadonlyMap<string, Answer>): string[] {
  const texts = pages.map(({ competency }) => answers.get(competency.key)?.text ?? '');
  return texts.filter((text) => !isBlank(text));
}

/** The same as one text. */
export function textOf(sheet: Sheet, answers: ReadonlyMap<string, Answer>): string {
  return textsOf(sheet, answers).join('\n\n');
}

/** Returns the numbers of the incomplete pages, from 0; empty if all are complete. */
export function openPages(
  pages: readonly CheckInPage[],
  answers: ReadonlyMap<string, Answer>,
  scale: readonly RatingPoint[],
): number[] {
  return sheetsOf(pages).flatMap((sheet) => {
    const text = textOf(sheet, answers);
    return sheet.pages.flatMap(({ competency, scale: own }, nth) => {
      const answer = answers.get(competency.key);
      return gapOf(answer && { ...answer, text }, own ?? scale) ? [sheet.first + nth] : [];
    });
  });
}

/** Returns the label of a choice; undefined if there is no choice, or none of this scale. */
export function choiceLabel(
  choice: Choice | undefined,
  scale: readonly RatingPoint[],
): string | undefined {
  if (choice?.kind === 'no_opportunity') return 'No opportunity yet';
  return scale.find(({ key }) => key === choice?.key)?.label;
}
