import type { Summary } from '../../domain/assessment/summary.js';
import type { Edit } from '../../domain/questionnaire/answers.js';
import type { Context } from '../context.js';
import type { PageEdit } from '../questionnaire/index.js';
import { type AssessmentChange, changeAssessment } from './changes.js';
import { writeAnswer, writePage, writeSummary } from './edits.js';
import type { AssessmentRef } from './reading.js';

export interface SaveOptions {
  /** The page that the manager goes to; the edit then counts as the latest. */
  goTo?: number | undefined;
}

/**
 * Saves what was typed or chosen on a page, or on several together; a request that was made before
 * what is saved changes nothing. Throws UserFacingError for a competency or a rating that isn't in this assessment.
 */
export function saveAssessmentPage(
  context: Context,
  ref: AssessmentRef,
  edits: PageEdit | readonly PageEdit[],
  { goTo }: SaveOptions = {},
): Promise<AssessmentChange> {
  return changeAssessment(context, ref, 'save', async (locked) => {
    for (const page of [edits].flat()) await writeAnswer(locked, page, goTo !== undefined);
    await writePage(locked, goTo);
  });
}

/** The same for the last page. */
export function saveSummary(
  context: Context,
  ref: AssessmentRef,
  edit: Edit<Summary>,
  { goTo }: SaveOptions = {},
): Promise<AssessmentChange> {
  return changeAssessment(context, ref, 'save', async (locked) => {
    await writeSummary(locked, edit, goTo !== undefined);
    await writePage(locked, goTo);
  });
}

/** Remembers the page to resume at, from 0. */
export function goToAssessmentPage(
  context: Context,
  ref: AssessmentRef,
  page: number,
): Promise<AssessmentChange> {
  return changeAssessment(context, ref, 'save', (locked) => writePage(locked, page));
}

/**
 * Submits the assessment, together with the last page if it is part of the request; the page is
 * saved even if a competency is incomplete. If the check-in is in, both are revealed in the same
 * transaction.
 */
export function submitAssessment(
  context: Context,
  ref: AssessmentRef,
  edit?: Edit<Summary>,
): Promise<AssessmentChange> {
  return changeAssessment(context, ref, 'submit', async (locked) => {
    if (edit) await writeSummary(locked, edit, true);
  });
}
