import type { App } from '@slack/bolt';
import { type ActionItemResult, closedWords, markDone } from '../../services/action-item/index.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { checkInOfRecord } from '../conversation/links.js';
import { dayText, mention } from '../ui/blocks.js';
import { idMetadata } from '../ui/metadata.js';
import { showWindow } from '../ui/open-window.js';
import { answerBelow, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { type DrawRecord, drawList } from './draw.js';
import { actionIds, callbackIds } from './ids.js';
import { notices } from './views.js';

/** "Done": at once, and said where it was pressed. */
export function registerDone(app: App, slack: SlackContext, drawRecord: DrawRecord): void {
  onAction(app, actionIds.done, async (press) => {
    const { user, view } = press.body;
    const actionId = pressed(slackValues.id, press);
    const who = await actor(slack, user.id);
    const note = resultText(
      await markDone(slack.services, { ...who, actionItemId: actionId }),
      'done',
    );
    if (!view) return answerBelow(press, { text: note });
    if (view.type === 'home') return slack.publishHome(press.client, user.id);
    const checkInId = checkInOfRecord(view);
    if (checkInId !== undefined) {
      const record = await drawRecord(slack, user.id, checkInId, note);
      await replaceView(press.client, view.id, record);
      return;
    }
    if (view.callback_id !== callbackIds.list) return showWindow(press, notices.notice(note));
    const list = await drawList(slack, user.id, { reportId: idMetadata.read(view), note });
    await replaceView(press.client, view.id, list);
  });
}

/** Returns the result of a press, and who is notified. Mrkdwn. */
export function resultText(result: ActionItemResult, event: 'done' | 'moved' | 'dropped'): string {
  const { actionItem: action, changed, informed } = result;
  if (!changed) {
    return closedWords(action.state === 'done' ? 'already_done' : 'already_dropped');
  }
  const hears = informed ? ` ${mention(informed.slackUserId)} hears of it.` : '';
  const facts = { done: 'Done.', moved: `Moved to ${dayText(action.dueOn)}.`, dropped: 'Dropped.' };
  return `${facts[event]}${hears}`;
}
