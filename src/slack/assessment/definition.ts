import type { AssessmentRefusal } from '../../domain/assessment/assessment.js';
import type { Summary } from '../../domain/assessment/summary.js';
import {
  type Assessment,
  type AssessmentRef,
  goToAssessmentPage,
  readAssessment,
  saveAssessmentPage,
  saveSummary,
  submitAssessment,
} from '../../services/assessment/index.js';
import type { Definition } from '../questionnaire/definition.js';
import { expectationBlocks } from '../role/links.js';
import { confirmBlocks } from './confirm.js';
import { headingOf } from './heading.js';
import { lastPageParts, readLastPage, summaryAction } from './last-page.js';
import { pageParts } from './page-parts.js';
import { refusalText } from './refusals.js';
import { submittedParts } from './submitted.js';

/** A manager's assessment of a report, as a questionnaire. */
export const assessmentDefinition: Definition<{
  questionnaire: Assessment;
  ref: AssessmentRef;
  lastPage: Summary;
  refusal: AssessmentRefusal;
}> = {
  idName: 'assessmentId',
  actionIds: {
    choose: 'assessment.choose',
    type: 'assessment.type',
    go: 'assessment.go',
    readAll: 'assessment.read_all',
    lastPage: [summaryAction],
  },
  callbackIds: {
    page: 'assessment.page',
    lastPage: 'assessment.last_page',
    notice: 'assessment.notice',
  },
  texts: {
    title: 'Your view',
    choice: 'How does this look to you this time?',
    choiceHint: 'Needed for giving your view; you can go on without it for now.',
    text: 'What have you seen? What would the next step look like?',
    textHint: 'They read this in the brief. An example helps more than a judgement.',
    submit: 'Give my view',
    submitVerb: 'give your view',
    nothingYet: 'Nothing is given yet',
    answers: 'Your view so far',
    submitted: 'What you gave',
    submitFailed: "I couldn't take your view",
  },
  service: {
    read: readAssessment,
    goTo: goToAssessmentPage,
    savePage: saveAssessmentPage,
    saveLastPage: saveSummary,
    submit: submitAssessment,
  },
  refOf: ({ workspaceId, personId }, assessmentId) => {
    return { workspaceId, authorId: personId, assessmentId };
  },
  lastPageOf: ({ summary }) => summary,
  heading: ({ report }, what) => headingOf(report, what),
  expectation: (page, { role }, among) => expectationBlocks(page, role, among),
  page: pageParts,
  lastPage: lastPageParts,
  confirm: {
    callbackId: 'assessment.confirm',
    title: 'Give your view?',
    blocks: confirmBlocks,
  },
  readLastPage,
  submitted: submittedParts,
  refusalText,
  closedRefusals: ['not_manager', 'report_left'],
};
