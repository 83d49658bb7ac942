import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { CheckInRefusal } from '../../domain/check-in/check-in.js';
import { emptyAnswer, isKept, lacksWhy } from '../../domain/questionnaire/answers.js';
import { LAST_PAGE } from '../../domain/questionnaire/pages.js';
import {
  type CheckIn,
  type CheckInRef,
  goTo,
  readCheckIn,
  savePage,
  submitCheckIn,
} from '../../services/check-in/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { publishHome } from '../home/publish.js';
import { inTime } from '../ui/error-banner.js';
import { blockIds, callbackIds } from './ids.js';
import { hasChanges, readAnswer, readLastPageEdit, readMetadata, readPageEdit } from './input.js';
import { sentView } from './notice-views.js';
import { refusalWords } from './refusals.js';
import { refOf } from './request.js';
import { draftView } from './views.js';

interface Submission {
  slack: SlackContext;
  ref: CheckInRef;
  view: ViewOutput;
  /** When the request arrived, by the real clock: it orders edits, like Slack's `action_ts`. */
  receivedAt: Date;
}

/** "Save and go on" and "Send". Whatever goes wrong, the modal stays open with its text. */
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
      ? await savePage(slack.services, ref, found, { goTo: target })
      : await goTo(slack.services, ref, target);
  const checkIn = await readCheckIn(slack.services, ref);
  if (change.done) return update(draftView(checkIn));
  const stored = checkIn.answers.get(found?.competency ?? '') ?? emptyAnswer;
  return refused(view, checkIn, change.because, !found || isKept(stored, found.edit));
}

async function submitLastPage(submission: Submission): Promise<ViewResponseAction> {
  const { slack, ref, view, receivedAt } = submission;
  const edit = readLastPageEdit(view, { at: receivedAt });
  const change = await submitCheckIn(slack.services, ref, hasChanges(edit) ? edit : undefined);
  const checkIn = await readCheckIn(slack.services, ref);
  if (change.done) return update(sentView(checkIn));
  return refused(view, checkIn, change.because, isKept(checkIn.lastPage, edit));
}

/** Pressing twice is no mistake: if all of the page is in what was sent, that is what is shown. */
function refused(view: ViewOutput, checkIn: CheckIn, because: CheckInRefusal, kept: boolean) {
  const isIn = because === 'already_sent' || because === 'revealed';
  if (isIn && kept) return update(sentView(checkIn, { already: true }));
  return errors(view, refusalWords(because, checkIn));
}

function update(view: Extract<ViewResponseAction, { response_action: 'update' }>['view']) {
  return { response_action: 'update' as const, view };
}

/** A sentence at the page's text field; on the last page at its first, below what is still open. */
function errors(view: ViewOutput, sentence: string): ViewResponseAction {
  const prefix = blockIds.text('');
  const block = view.blocks.find(({ block_id }) => block_id?.startsWith(prefix));
  return {
    response_action: 'errors',
    errors: { [block?.block_id ?? blockIds.proudOf]: sentence },
  };
}

function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const isLast = view.callback_id === callbackIds.lastPage;
  const what = isLast ? "I couldn't send your check-in" : "I couldn't save that page";
  const pressed = isLast ? 'Send' : 'Save';
  const advice = `What you typed is still here; press ${pressed} again in a minute.`;
  return errors(view, failureText(services.log, error, { what, advice, view: view.callback_id }));
}
