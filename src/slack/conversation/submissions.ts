import type { ViewOutput, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type AgreementField,
  agreeOn,
  type NotifyResult,
  notifyNow,
  readRecord,
  recordConversation,
  saveNotes,
} from '../../services/conversation/index.js';
import { FieldError } from '../../services/errors/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { discardTyped } from '../form-draft/links.js';
import { dateTime, dayText, mention } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { type Filled, fieldError, readFilled, updated } from '../ui/form.js';
import { actionItemView } from './action-view.js';
import { callbackIds, fields } from './ids.js';
import { readAgreement, readHeldOn, recordMetadata } from './input.js';
import { notesView } from './notes-view.js';
import { currentView, refOf, refreshRecord } from './record.js';
import { notices } from './record-view.js';
import { otherOf } from './words.js';

interface Submission {
  slack: SlackContext;
  user: string;
  view: ViewOutput;
}

/** "Save" of the day, of an action and of the notes, and "Tell them now". Whatever goes wrong, the form stays. */
export const registerSubmissions: Register = (app, slack) => {
  const on = (callbackId: string, answer: (one: Submission) => Promise<ViewResponseAction>) =>
    app.view(callbackId, async ({ ack, body, view }) => {
      const work = answer({ slack, user: body.user.id, view });
      await ack(await inTime(work).catch((error) => failed(slack, view, error)));
    });
  on(callbackIds.held, submitDay);
  on(callbackIds.record, submitNotifyNow);
  const overRecord = (callbackId: string, save: (one: Submission) => Promise<Saved>) =>
    app.view(callbackId, async ({ ack, body, view, client }) => {
      const user = body.user.id;
      const work = save({ slack, user, view });
      const saved = await inTime(work).catch((error) => failed(slack, view, error));
      if ('response_action' in saved) return ack(saved);
      const { recordViewId = view.id } = recordMetadata.read(view);
      const isOver = recordViewId !== view.id;
      await (isOver ? ack() : ack(updated(saved.record)));
      await discardTyped(slack, user, view);
      if (isOver) await refreshRecord(slack, client, recordViewId, async () => saved.record);
    });
  overRecord(callbackIds.action, saveAction);
  overRecord(callbackIds.notes, saveNotesOf);
};

/** The window of the record with what was saved in it; or the form again, which stays open. */
type Saved = { record: ModalView } | ViewResponseAction;

async function submitDay({ slack, user, view }: Submission): Promise<ViewResponseAction> {
  const { checkInId, was } = recordMetadata.read(view);
  const ref = await refOf(slack, user, checkInId);
  const heldOn = readHeldOn(view);
  if (heldOn === undefined) throw new FieldError('heldOn', 'Pick the day on which you talked.');
  const result = await recordConversation(slack.services, ref, heldOn, was);
  const record = await readRecord(slack.services, ref);
  const who = mention(otherOf(record).slackUserId);
  const note =
    'already' in result
      ? `${who} has recorded ${dayText(result.already)} meanwhile, so that stays. If it was ${dayText(heldOn)}, press Change the day.`
      : 'Recorded.';
  return updated(currentView(record, note));
}

async function saveAction({ slack, user, view }: Submission): Promise<Saved> {
  const { checkInId, actionId = '', recordViewId, version } = recordMetadata.read(view);
  const ref = await refOf(slack, user, checkInId);
  const agreement = readAgreement(view, { actionId, version });
  const result = await agreeOn(slack.services, ref, agreement);
  const record = await readRecord(slack.services, ref);
  if ('conflict' in result) {
    const form = { actionId, action: result.conflict, recordViewId, typed: agreement };
    return updated(actionItemView(record, form));
  }
  return { record: currentView(record, 'The action is saved.') };
}

async function saveNotesOf({ slack, user, view }: Submission): Promise<Saved> {
  const { checkInId, recordViewId, version = 0 } = recordMetadata.read(view);
  const ref = await refOf(slack, user, checkInId);
  const text = readFilled(view).get(fields.notes)?.value ?? '';
  const result = await saveNotes(slack.services, ref, { text, version });
  const record = await readRecord(slack.services, ref);
  const { held } = record;
  if ('conflict' in result && held) {
    const form = { recordViewId, notes: result.conflict, typed: text };
    return updated(notesView({ ...record, held }, form));
  }
  return { record: currentView(record, 'The notes are saved.') };
}

async function submitNotifyNow({ slack, user, view }: Submission): Promise<ViewResponseAction> {
  const { services, messenger } = slack;
  const ref = await refOf(slack, user, recordMetadata.read(view).checkInId);
  const { slackUserId } = otherOf(await readRecord(services, ref));
  const result = await notifyNow(services, messenger, ref);
  return updated(notices.notice(notifiedWords(result, mention(slackUserId))));
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

const fieldIds: Record<AgreementField | 'heldOn' | 'notes', string> = {
  notes: fields.notes,
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
