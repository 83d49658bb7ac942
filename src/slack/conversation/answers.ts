import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type AnsweredConversation,
  commentOnConversation,
  confirmConversation,
  longestComment,
  readAnswer,
} from '../../services/conversation/index.js';
import { drawList } from '../action-item/draw.js';
import { callbackIds as actionCallbackIds } from '../action-item/ids.js';
import type { Register } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { button, dayText, section } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { field, readFilled, textInput } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { openWindow } from '../ui/open-window.js';
import { actor, messageAfter, orTrouble, pressedValue } from '../ui/press.js';
import { showModal } from '../ui/show.js';
import { replaceView } from '../ui/windows.js';
import { actionIds, answerRowId, callbackIds, fields } from './ids.js';
import { parseId } from './input.js';
import { noticeView, refusalView } from './views.js';

const confirmed = 'You have confirmed this.';
const changedSince =
  'The record has changed since this message, so nothing is confirmed. The new one comes to you within ten minutes; or press All actions to see it now and confirm it there.';

/** The report's two answers to a record: that it is so, or a comment. */
export const registerAnswers: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.confirm, async (args) => {
    await args.ack();
    const { body, client, respond } = args;
    const conversationId = parseId(pressedValue(args));
    const who = await actor(slack, body.user.id);
    const seen = body.view ? 'now' : 'when_told';
    const done = await confirmConversation(slack.services, { ...who, conversationId }, seen);
    if (!done) {
      await respond({ response_type: 'ephemeral', replace_original: false, text: changedSince });
      return;
    }
    if (body.view && body.view.callback_id !== actionCallbackIds.list) {
      return showModal(args, noticeView(confirmed), []);
    }
    if (body.view) {
      const list = await drawList(slack, body.user.id, { note: confirmed });
      await replaceView(client, body.view.id, list);
      return;
    }
    const after = messageAfter(args, answerRowId(conversationId), confirmed);
    if (after) await respond({ replace_original: true, ...after });
    else await respond({ response_type: 'ephemeral', replace_original: false, text: confirmed });
  });

  app.action<BlockAction>(actionIds.comment, async ({ ack, body, client, respond }) => {
    await ack();
    const draw = async () => {
      const conversationId = parseId(pressedValue({ body }));
      const who = await actor(slack, body.user.id);
      return commentView(await readAnswer(slack.services, { ...who, conversationId }));
    };
    const what = "I couldn't open the comment";
    const view = orTrouble(slack.services, draw(), { what, trouble: refusalView });
    const loading = noticeView('One moment.');
    const value = pressedValue({ body }) ?? '';
    const again = button({ text: 'Comment', actionId: actionIds.comment, value });
    const press = { body, client, respond };
    await openWindow(press, { loading, view, what: 'the comment', again, ours: [] });
  });

  app.view(callbackIds.comment, async ({ ack, body, view }) => {
    const filled = readFilled(view).get(fields.comment);
    const work = async () => {
      const conversationId = parseId(view.private_metadata);
      const who = await actor(slack, body.user.id);
      await commentOnConversation(slack.services, { ...who, conversationId }, filled?.value ?? '');
    };
    try {
      await inTime(work());
    } catch (error) {
      const what = "I couldn't keep that comment";
      const sentence = failureText(slack.services.log, error, { what });
      await ack({
        response_action: 'errors',
        errors: { [filled?.blockId ?? fields.comment]: sentence },
      });
      return;
    }
    const told = noticeView('Your comment is kept, and your manager gets it as a message.');
    await ack({ response_action: 'update', view: told });
  });
};

/** What the report says about the record; what they said before stands there to be changed. */
function commentView({ id, heldOn, comment }: AnsweredConversation): ModalView {
  return modal({
    callbackId: callbackIds.comment,
    title: 'Your comment',
    submit: 'Send',
    close: 'Cancel',
    metadata: id,
    blocks: [
      section(
        `About your conversation of ${dayText(heldOn)}. Your manager reads it; you can change it later.`,
      ),
      field({
        blockId: fields.comment,
        label: 'What do you see differently, or want to add?',
        element: textInput(fields.comment, comment, { longest: longestComment, multiline: true }),
      }),
    ],
  });
}
