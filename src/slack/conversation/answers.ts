import type { ModalView } from '@slack/types';
import {
  type AnsweredConversation,
  type ConfirmResult,
  commentOnConversation,
  confirmConversation,
  longestComment,
  readAnswer,
} from '../../services/conversation/index.js';
import { drawActionItems, isActionItemList } from '../action-item/links.js';
import { actor } from '../bolt/actor.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { discardTyped, proseField, withTyped } from '../form-draft/links.js';
import { dayText, section } from '../ui/blocks.js';
import { inTime } from '../ui/error-banner.js';
import { failureText } from '../ui/failure-text.js';
import { fieldError, readFilled, updated } from '../ui/form.js';
import { idMetadata } from '../ui/metadata.js';
import { modal } from '../ui/modal.js';
import { openWindow, showWindow } from '../ui/open-window.js';
import { answerBelow, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { actionIds, callbackIds, fields } from './ids.js';
import { checkInOfRecord, commentButton } from './links.js';
import { drawRecord } from './record.js';
import { notices } from './record-view.js';

const confirmed = 'You have confirmed this.';
const notConfirmed: Record<Exclude<ConfirmResult, 'confirmed'>, string> = {
  changed_since:
    'The record has changed since this message, so nothing is confirmed. The new one comes to you within ten minutes; or press Read it to see it now and confirm it there.',
  own_change:
    'You changed the record last, so it is the other one who confirms it. Press Read it to see it as it is now.',
};

/** The two answers to a record: that it is so, or a comment. */
export const registerAnswers: Register = (app, slack) => {
  onAction(app, actionIds.confirm, async (press) => {
    const { user, view } = press.body;
    const conversationId = pressed(slackValues.id, press);
    const who = await actor(slack, user.id);
    const seen = view ? 'now' : 'when_notified';
    const result = await confirmConversation(slack.services, { ...who, conversationId }, seen);
    if (result !== 'confirmed') {
      const text = notConfirmed[result];
      if (view) await showWindow(press, notices.notice(text));
      else await answerBelow(press, { text });
    } else if (!view) {
      // Its message comes to say so itself.
      return;
    } else if (checkInOfRecord(view) !== undefined) {
      const checkInId = checkInOfRecord(view) ?? '';
      const record = await drawRecord(slack, user.id, checkInId, confirmed);
      await replaceView(press.client, view.id, record);
    } else if (isActionItemList(view)) {
      await replaceView(
        press.client,
        view.id,
        await drawActionItems(slack, user.id, { note: confirmed }),
      );
    } else {
      await showWindow(press, notices.notice(confirmed));
    }
  });

  onAction(app, actionIds.comment, async (press) => {
    const value = pressed(slackValues.id, press);
    const draw = async () => {
      const who = await actor(slack, press.body.user.id);
      const answer = await readAnswer(slack.services, { ...who, conversationId: value });
      return withTyped(slack, press.body.user.id, commentView(answer));
    };
    await openWindow(press, {
      log: slack.services.log,
      notices,
      loading: 'One moment.',
      draw,
      replaces: [],
      what: 'the comment',
      again: commentButton(value),
    });
  });

  app.view(callbackIds.comment, async ({ ack, body, view }) => {
    const filled = readFilled(view).get(fields.comment);
    const work = async () => {
      const conversationId = idMetadata.read(view);
      const who = await actor(slack, body.user.id);
      return commentOnConversation(slack.services, { ...who, conversationId }, filled?.value ?? '');
    };
    let isRead: boolean;
    try {
      ({ isRead } = await inTime(work()));
    } catch (error) {
      const what = "I couldn't keep that comment";
      const sentence = failureText(slack.services.log, error, { what });
      return ack(fieldError(filled?.blockId ?? fields.comment, sentence));
    }
    const kept = isRead
      ? 'Your comment is kept, and the other one is told that it is there.'
      : `Your comment is kept with the record. ${notRead}`;
    await ack(updated(notices.notice(kept)));
    await discardTyped(slack, body.user.id, view);
  });
};

const notRead =
  'The one you talked with is not there any more to read it, so nobody is told of it.';

/** Returns the form for a comment on the record, with an earlier comment in it. */
function commentView({ id, heldOn, comment, isRead }: AnsweredConversation): ModalView {
  return modal({
    callbackId: callbackIds.comment,
    title: 'Your comment',
    submit: 'Send',
    close: 'Cancel',
    metadata: idMetadata.write(id),
    blocks: [
      section(
        `About your conversation of ${dayText(heldOn)}. ${isRead ? 'The other one of you two reads it.' : notRead} You can change it later.`,
      ),
      proseField({
        form: { kind: callbackIds.comment, of: id },
        actionId: fields.comment,
        label: 'What do you see differently, or want to add?',
        text: comment,
        longest: longestComment,
        multiline: true,
      }),
    ],
  });
}
