import type { CheckInRefusal } from '../../domain/check-in/check-in.js';
import type { LastPage } from '../../domain/questionnaire/answers.js';
import {
  type CheckIn,
  type CheckInRef,
  goTo,
  readCheckIn,
  saveLastPage,
  savePage,
  submitCheckIn,
} from '../../services/check-in/index.js';
import type { Definition } from '../questionnaire/definition.js';
import { expectationBlocks } from '../role/links.js';
import { header } from '../ui/blocks.js';
import { lastPageActions, lastPageParts, readLastPage } from './last-page.js';
import { pageParts } from './page-parts.js';
import { refusalText } from './refusals.js';
import { submittedParts } from './submitted.js';

export interface CheckInTypes {
  questionnaire: CheckIn;
  ref: CheckInRef;
  lastPage: LastPage;
  refusal: CheckInRefusal;
}

/** A person's check-in on themselves, as a questionnaire. */
export const checkInDefinition: Definition<CheckInTypes> = {
  idName: 'checkInId',
  actionIds: {
    choose: 'check_in.choose',
    type: 'check_in.type',
    go: 'check_in.go',
    readAll: 'check_in.read_all',
    lastPage: Object.values(lastPageActions),
  },
  callbackIds: {
    page: 'check_in.page',
    lastPage: 'check_in.last_page',
    notice: 'check_in.notice',
  },
  texts: {
    title: 'Check-in',
    choice: 'How does this look for you this time?',
    choiceHint: 'Needed for sending; you can go on without it for now.',
    text: 'What did you do, when, and what changed because of it?',
    textHint: 'A sentence or two is plenty.',
    submit: 'Send',
    submitVerb: 'send',
    nothingYet: 'Nothing is sent yet',
    answers: 'Your answers so far',
    submitted: 'What you sent',
    submitFailed: "I couldn't send your check-in",
  },
  service: { read: readCheckIn, goTo, savePage, saveLastPage, submit: submitCheckIn },
  refOf: (author, checkInId) => ({ ...author, checkInId }),
  lastPageOf: ({ lastPage }) => lastPage,
  heading: (_, what) => header(what),
  expectation: (page, { role }, among) => expectationBlocks(page, role, among),
  page: pageParts,
  lastPage: lastPageParts,
  readLastPage,
  submitted: submittedParts,
  refusalText,
  closedRefusals: [],
};
