import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { AssessmentRefusal } from '../../domain/assessment/assessment.js';
import { emptyAnswer, isKept, lacksWhy } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import {
  type Assessment,
  type AssessmentRef,
  goToAssessmentPage,
  readAssessment,
  saveAssessmentPage,
  submitAssessment,
} from '../../services/assessment/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { blockIds } from '../check-in/ids.js';
import { hasChanges, readAnswer, readPageEdit } from '../check-in/input.js';
import { publishHome } from '../home/publish.js';
import { inTime } from '../ui/error-banner.js';
import { callbackIds, summaryBlockId } from './ids.js';
import { readMetadata, readSummaryEdit } from './input.js';
import { givenView } from './notice-views.js';
import { refOf } from './request.js';
import { draftView } from './views.js';
import { refusalWords } from './words.js';

interface Submission {
  slack: SlackContext;
  ref: AssessmentRef;
  view: ViewOutput;
  /** When the request arrived, by the real clock: it orders edits, like Slack's `action_ts`. */
  receivedAt: Date;
}

/** "Save and go on" and "Give my view". Whatever goes wrong, the modal stays open with its text. */
export const registerSubmissions: Register = (app, slack) => {
  const on = (callbackId: string, answer: (one: Submission) => Promise<ViewResponseAction>) =>
    app.view(callbackId, async ({ ack, body, view, client }) => {
      const receivedAt = new Date();
      const user = body.user.id;
      const work = async () =>
        answer({ slack, ref: await refOf(slack, user, view), view, receivedAt });
      await ack(await inTime(work()).catch((error) => failed(slack, view, error)));
      if (callbackId === callbackIds.lastPage) await publishHome(slack, client, user);
    });
  on(callbackIds.page, submitPage);
  on(callbackIds.lastPage, submitLastPage);
};

async function submitPage(submission: Submission): Promise<ViewResponseAction> {
  const { slack, ref, view, receivedAt } = submission;
  const { page, fromLastPage } = readMetadata(view);
  const found = readPageEdit(view, { at: receivedAt });
  if (lacksWhy(readAnswer(view))) {
    return errors(view, 'Say in a few words what was missing, so that you two can change it.');
  }
  const target = fromLastPage ? LAST_PAGE : page + 1;
  const change =
    found && hasChanges(found.edit)
      ? await saveAssessmentPage(slack.services, ref, found, { goTo: target })
      : await goToAssessmentPage(slack.services, ref, target);
  if (change.done) {
    return update(await draftView(slack, await readAssessment(slack.services, ref)));
  }
  return refused(submission, change.because, (assessment) => {
    const stored = assessment.answers.get(found?.competency ?? '') ?? emptyAnswer;
    return !found || isKept(stored, found.edit);
  });
}

async function submitLastPage(submission: Submission): Promise<ViewResponseAction> {
  const { slack, ref, view, receivedAt } = submission;
  const edit = readSummaryEdit(view, { at: receivedAt });
  const change = await submitAssessment(slack.services, ref, hasChanges(edit) ? edit : undefined);
  if (change.done) return update(givenView(await readAssessment(slack.services, ref)));
  return refused(submission, change.because, ({ summary }) => isKept(summary, edit));
}

/** Pressing twice is no mistake: if all of the page is in what was given, that is what is shown. */
async function refused(
  { slack, ref, view }: Submission,
  because: AssessmentRefusal,
  isAllKept: (assessment: Assessment) => boolean,
): Promise<ViewResponseAction> {
  // Whoever is not the manager any more gets to read nothing.
  if (because === 'not_manager') return errors(view, refusalWords(because));
  const assessment = await readAssessment(slack.services, ref);
  const isGiven = assessment.state === 'submitted';
  if (isGiven && isAllKept(assessment)) return update(givenView(assessment, { already: true }));
  return errors(view, refusalWords(because, assessment));
}

function update(view: Extract<ViewResponseAction, { response_action: 'update' }>['view']) {
  return { response_action: 'update' as const, view };
}

/** A sentence at the page's text field. */
function errors(view: ViewOutput, sentence: string): ViewResponseAction {
  const prefix = blockIds.text('');
  const block = view.blocks.find(({ block_id }) => block_id?.startsWith(prefix));
  return {
    response_action: 'errors',
    errors: { [block?.block_id ?? summaryBlockId]: sentence },
  };
}

function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const isLast = view.callback_id === callbackIds.lastPage;
  const what = isLast ? "I couldn't take your view" : "I couldn't save that page";
  const pressed = isLast ? 'Give my view' : 'Save';
  const advice = `What you typed is still here; press ${pressed} again in a minute.`;
  return errors(view, failureText(services.log, error, { what, advice, view: view.callback_id }));
}
