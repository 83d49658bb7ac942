import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import { gapOf } from '../../domain/check-in-answers.js';
import {
  type CheckInRef,
  goTo,
  readCheckIn,
  savePage,
  submitCheckIn,
} from '../../services/check-ins.js';
import type { Register, SlackContext } from '../context.js';
import { failureText } from '../failure.js';
import { blockIds, callbackIds } from './ids.js';
import { hasChanges, readAnswer, readLastPageEdit, readMetadata, readPageEdit } from './input.js';
import { sentView } from './notice-views.js';
import { refusalWords } from './refusals.js';
import { refOf } from './request.js';
import { inTime } from './trouble.js';
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
    app.view(callbackId, async ({ ack, body, view }) => {
      const receivedAt = new Date();
      const user = body.user.id;
      const work = async () =>
        answer({ slack, ref: await refOf(slack, user, view), view, receivedAt });
      await ack(await inTime(work()).catch((error) => failed(slack, view, error)));
    });
  on(callbackIds.page, submitPage);
  on(callbackIds.lastPage, submitLastPage);
};

async function submitPage(submission: Submission): Promise<ViewResponseAction> {
  const { slack, ref, view, receivedAt } = submission;
  const { page, fromLastPage } = readMetadata(view);
  const found = readPageEdit(view, { at: receivedAt });
  if (gapOf(readAnswer(view), []) === 'why') {
    return errors(view, 'Say in a few words what was missing, so that you two can change it.');
  }
  const target = fromLastPage ? Number.MAX_SAFE_INTEGER : page + 1;
  const change =
    found && hasChanges(found.edit)
      ? await savePage(slack.services, ref, found, { goTo: target })
      : await goTo(slack.services, ref, target);
  const checkIn = await readCheckIn(slack.services, ref);
  if (change.done) return update(draftView(checkIn));
  const isLost = found && hasChanges(found.edit);
  if (change.because === 'already_sent' && !isLost)
    return update(sentView(checkIn, { already: true }));
  return errors(view, refusalWords(change.because, checkIn));
}

async function submitLastPage(submission: Submission): Promise<ViewResponseAction> {
  const { slack, ref, view, receivedAt } = submission;
  const edit = readLastPageEdit(view, { at: receivedAt });
  const change = await submitCheckIn(slack.services, ref, hasChanges(edit) ? edit : undefined);
  const checkIn = await readCheckIn(slack.services, ref);
  if (change.done) return update(sentView(checkIn));
  const { editedAt: _, ...typed } = edit;
  const isKept = Object.entries(typed).every(
    ([name, value]) => checkIn.lastPage[name as keyof typeof typed] === value,
  );
  if (change.because === 'already_sent' && isKept)
    return update(sentView(checkIn, { already: true }));
  return errors(view, refusalWords(change.because, checkIn));
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
  const what = "I couldn't save that page";
  const sentence = failureText(services.log, error, { what, view: view.callback_id });
  return errors(view, `${sentence} What you typed is still here.`);
}
