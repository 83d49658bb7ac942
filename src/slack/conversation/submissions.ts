import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import {
  type AgreementField,
  agreeOn,
  type NotifyResult,
  notifyNow,
  readRecord,
  recordConversation,
} from '../../services/conversation/index.js';
import { describeError, FieldError } from '../../services/errors/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { discardTyped } from '../form-draft/links.js';
import { dateTime, escapeMrkdwn, mention } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { type Filled, fieldError, readFilled, updated } from '../ui/form.js';
import { replaceView } from '../ui/windows.js';
import { callbackIds, fields } from './ids.js';
import { readAgreement, readHeldOn, recordMetadata } from './input.js';
import { currentView, refOf } from './record.js';
import { notices } from './views.js';

interface Submission {
  slack: SlackContext;
  user: string;
  view: ViewOutput;
}

/** "Save" of the day and of an action, and "Tell them now". Whatever goes wrong, the form stays. */
export const registerSubmissions: Register = (app, slack) => {
  const on = (callbackId: string, answer: (one: Submission) => Promise<ViewResponseAction>) =>
    app.view(callbackId, async ({ ack, body, view }) => {
      const work = answer({ slack, user: body.user.id, view });
      await ack(await inTime(work).catch((error) => failed(slack, view, error)));
    });
  on(callbackIds.held, submitDay);
  app.view(callbackIds.action, async ({ ack, body, view, client }) => {
    const work = saveAction({ slack, user: body.user.id, view });
    const answer = await inTime(work).catch((error) => failed(slack, view, error));
    if ('response_action' in answer) return ack(answer);
    const { recordViewId = view.id } = recordMetadata.read(view);
    const isOver = recordViewId !== view.id;
    await (isOver ? ack() : ack(updated(answer)));
    await discardTyped(slack, body.user.id, view);
    if (isOver) await redraw(slack, client, recordViewId, answer);
  });
  on(callbackIds.record, submitNotifyNow);
};

async function submitDay({ slack, user, view }: Submission): Promise<ViewResponseAction> {
  const ref = await refOf(slack, user, recordMetadata.read(view).checkInId);
  const heldOn = readHeldOn(view);
  if (heldOn === undefined) throw new FieldError('heldOn', 'Pick the day on which you talked.');
  await recordConversation(slack.services, ref, heldOn);
  return updated(currentView(await readRecord(slack.services, ref), 'Recorded.'));
}

/** Returns the window of the record with the action in it. */
async function saveAction({ slack, user, view }: Submission): Promise<ModalView> {
  const ref = await refOf(slack, user, recordMetadata.read(view).checkInId);
  const { actionId = '' } = recordMetadata.read(view);
  const agreement = readAgreement(view, actionId);
  await agreeOn(slack.services, ref, agreement);
  const note = `Saved: ${escapeMrkdwn(agreement.what.trim())}`;
  return currentView(await readRecord(slack.services, ref), note);
}

/** The action is saved, so that a failure to redraw the record below the form loses nothing. */
async function redraw(
  { services }: SlackContext,
  client: WebClient,
  recordViewId: string,
  record: ModalView,
): Promise<void> {
  try {
    await replaceView(client, recordViewId, record);
  } catch (error) {
    services.log.warn(describeError(error), 'a record was not redrawn');
  }
}

async function submitNotifyNow({ slack, user, view }: Submission): Promise<ViewResponseAction> {
  const { services, messenger } = slack;
  const ref = await refOf(slack, user, recordMetadata.read(view).checkInId);
  const { report } = await readRecord(services, ref);
  const result = await notifyNow(services, messenger, ref);
  return updated(notices.notice(notifiedWords(result, mention(report.slackUserId))));
}

function notifiedWords(result: NotifyResult, who: string): string {
  switch (result.state) {
    case 'sent':
      return `${who} has the record now, and is asked to confirm it or to comment. You hear of a comment.`;
    case 'later':
      if (result.because === 'told_lately') {
        return `All is saved. ${who} got a message about this a moment ago, so what is new comes as one at ${dateTime(result.at)} for you.`;
      }
      return `All is saved. ${who} gets it when their working day allows: ${dateTime(result.at)} for you.`;
    case 'nothing_new':
      return `All is saved, and ${who} knows it as it is.`;
    case 'not_delivered':
      return `All is saved, but Slack did not confirm my message to ${who}. Better tell them yourself; it is in their list of actions.`;
  }
}

const fieldIds: Record<AgreementField | 'heldOn', string> = {
  what: fields.what,
  measure: fields.measure,
  dueOn: fields.dueOn,
  heldOn: fields.heldOn,
};

function failed({ services }: SlackContext, view: ViewOutput, error: unknown): ViewResponseAction {
  const what = "I couldn't save that";
  const sentence = failureText(services.log, error, { what, view: view.callback_id });
  const blockId = blockOf(readFilled(view), error);
  if (blockId === undefined) return updated(notices.failure(sentence));
  const kept = error instanceof FieldError ? '' : ' What you typed is still here.';
  return fieldError(blockId, `${sentence}${kept}`);
}

/** The block where an error is shown: its field's, else the form's first. */
function blockOf(filled: Filled, error: unknown): string | undefined {
  const named = error instanceof FieldError && fieldIds[error.field as keyof typeof fieldIds];
  const [first] = filled.values();
  return ((named && filled.get(named)) || first)?.blockId;
}
