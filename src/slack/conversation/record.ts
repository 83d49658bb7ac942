import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import {
  type ConversationRecord,
  type RecordRef,
  readRecord,
} from '../../services/conversation/index.js';
import { describeError, UserFacingError } from '../../services/errors/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { withTyped } from '../form-draft/links.js';
import { openWindow } from '../ui/open-window.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { actionItemView } from './action-view.js';
import { differencesView } from './differences-view.js';
import { heldView } from './held-view.js';
import { actionIds, callbackIds } from './ids.js';
import { recordMetadata } from './input.js';
import { openRecordButton } from './links.js';
import { notesView } from './notes-view.js';
import { notices, recordView } from './record-view.js';

const replaces: readonly string[] = [callbackIds.held, callbackIds.record, callbackIds.action];
/** A form that is laid over the record: leaving it leads back there. */
const over: readonly string[] = [];

/** The buttons around a record: opening it, its day, adding and changing an action item, and back. */
export const registerRecord: Register = (app, slack) => {
  const on = (
    actionId: string,
    checkInOf: (press: Press) => string,
    draw: (record: ConversationRecord, press: Press) => ModalView | Promise<ModalView>,
    replaced: readonly string[] = replaces,
  ) =>
    onAction(app, actionId, async (press) => {
      const value = checkInOf(press);
      await openWindow(press, {
        log: slack.services.log,
        notices,
        loading: 'One moment, I am getting the record.',
        draw: async () => draw(await readOwn(slack, press.body.user.id, value), press),
        replaces: replaced,
        what: 'the record',
        failed: "I couldn't open the record of your conversation",
        again: openRecordButton(value, 'Open the record'),
      });
    });
  const byValue = (press: Press) => pressed(slackValues.id, press);
  const byWindow = (press: Press) => recordMetadata.read(press.body.view).checkInId;

  on(actionIds.record, byValue, (record) => currentView(record));
  on(actionIds.back, byValue, (record) => currentView(record));
  on(actionIds.day, byValue, heldView);
  on(
    actionIds.add,
    byValue,
    (record, press) => {
      const recordViewId = press.body.view?.id;
      const form = { actionId: randomUUID(), action: undefined, recordViewId };
      return withTyped(slack, press.body.user.id, actionItemView(record, form));
    },
    over,
  );
  on(
    actionIds.edit,
    byWindow,
    (record, press) => {
      const actionId = pressed(slackValues.id, press);
      const action = record.actionItems.find(({ id }) => id === actionId);
      const recordViewId = press.body.view?.id;
      if (action) {
        const form = actionItemView(record, { actionId, action, recordViewId });
        return withTyped(slack, press.body.user.id, form);
      }
      throw new UserFacingError("I can't find that action any more. Nothing is changed.");
    },
    over,
  );
  on(
    actionIds.notes,
    byValue,
    (record, press) => {
      const { held } = record;
      if (!held?.talk) return currentView(record);
      const form = { recordViewId: press.body.view?.id, notes: held.talk.notes };
      return withTyped(slack, press.body.user.id, notesView({ ...record, held }, form));
    },
    over,
  );
  on(
    actionIds.differences,
    byValue,
    (record, press) => differencesView(record, press.body.view?.id),
    over,
  );
};

/** Returns the modal of the current record; before there is one, the form for its day. */
export function currentView(record: ConversationRecord, note?: string): ModalView {
  return record.held ? recordView(record, record.held, note) : heldView(record);
}

/** The record about a check-in as one of the two sees it now. Throws as `readRecord` does. */
export async function drawRecord(
  slack: SlackContext,
  user: string,
  checkInId: string,
  note?: string,
): Promise<ModalView> {
  return currentView(await readOwn(slack, user, checkInId), note);
}

/** Returns the record of a form, for the person who submits it. */
export async function refOf(
  slack: SlackContext,
  user: string,
  checkInId: string,
): Promise<RecordRef> {
  return { ...(await actor(slack, user)), checkInId };
}

/** Redraws the record below a form. What the form did is saved, so that a failure here loses nothing. */
export async function refreshRecord(
  { services }: SlackContext,
  client: WebClient,
  recordViewId: string | undefined,
  draw: () => Promise<ModalView>,
): Promise<void> {
  if (recordViewId === undefined) return;
  try {
    await replaceView(client, recordViewId, await draw());
  } catch (error) {
    services.log.warn(describeError(error), 'a record was not redrawn');
  }
}

/** Reads the record of a check-in for the person who asks. Throws as `readRecord` does. */
export async function readOwn(slack: SlackContext, user: string, checkInId: string) {
  return readRecord(slack.services, await refOf(slack, user, checkInId));
}
