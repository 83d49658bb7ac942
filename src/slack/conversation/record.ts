import { randomUUID } from 'node:crypto';
import type { BlockAction, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  type ConversationRecord,
  type RecordRef,
  readRecord,
} from '../../services/conversation/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { button } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { actor, orTrouble, type Press, pressedValue } from '../ui/press.js';
import { actionItemView } from './action-view.js';
import { actionIds, callbackIds } from './ids.js';
import { parseId, readMetadata } from './input.js';
import { heldView, noticeView, recordView, refusalView } from './views.js';

const ours = [callbackIds.held, callbackIds.record, callbackIds.action];

/** The buttons around a record: opening it, its day, adding and changing an action, and back. */
export const registerRecord: Register = (app, slack) => {
  const on = (actionId: string, draw: (press: Press, user: string) => Promise<ModalView>) =>
    app.action<BlockAction>(actionId, async ({ ack, body, client, respond }) => {
      await ack();
      const press = { body, client };
      const what = "I couldn't open the record of your conversation";
      const view = orTrouble(slack.services, draw(press, body.user.id), {
        what,
        trouble: refusalView,
      });
      const loading = noticeView('One moment, I am getting the record.');
      const again = button({
        text: 'Open the record',
        actionId: actionIds.record,
        value: pressedValue(press) ?? '',
      });
      await openWindow({ ...press, respond }, { loading, view, what: 'the record', again, ours });
    });

  on(actionIds.record, async (press, user) => currentView(await recordOf(slack, user, press)));
  on(actionIds.back, async (press, user) => currentView(await recordOf(slack, user, press)));
  on(actionIds.day, async (press, user) => heldView(await recordOf(slack, user, press)));
  on(actionIds.add, async (press, user) =>
    actionItemView(await recordOf(slack, user, press), {
      actionId: randomUUID(),
      action: undefined,
    }),
  );
  on(actionIds.edit, async (press, user) => {
    const { view } = press.body;
    const { checkInId } = readMetadata({ private_metadata: view?.private_metadata ?? '' });
    const record = await readRecord(slack.services, await refOf(slack, user, checkInId));
    const actionId = parseId(pressedValue(press));
    const action = record.actions.find(({ id }) => id === actionId);
    if (!action)
      throw new UserFacingError("I can't find that action any more. Nothing is changed.");
    return actionItemView(record, { actionId, action });
  });
};

/** The record as it is now; before there is one, the day to begin it with. */
export function currentView(record: ConversationRecord, note?: string): ModalView {
  return record.held ? recordView(record, record.held, note) : heldView(record);
}

/** The record about a check-in as its manager sees it now. Throws as `readRecord` does. */
export async function drawRecord(
  slack: SlackContext,
  user: string,
  checkInId: string,
  note?: string,
): Promise<ModalView> {
  return currentView(await readRecord(slack.services, await refOf(slack, user, checkInId)), note);
}

/** The record that a form belongs to, for the person who sends it. */
export function refOfView(slack: SlackContext, user: string, view: ViewOutput): Promise<RecordRef> {
  return refOf(slack, user, readMetadata(view).checkInId);
}

async function recordOf(slack: SlackContext, user: string, press: Press) {
  const ref = await refOf(slack, user, parseId(pressedValue(press)));
  return readRecord(slack.services, ref);
}

async function refOf(slack: SlackContext, user: string, checkInId: string): Promise<RecordRef> {
  const { workspaceId, personId: managerId } = await actor(slack, user);
  return { workspaceId, managerId, checkInId };
}
