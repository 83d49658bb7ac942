import type { BlockAction } from '@slack/bolt';
import {
  type ActionItem,
  type ActionItemResult,
  closedWords,
  markDone,
} from '../../services/action-item/index.js';
import type { Register } from '../bolt/context.js';
import { publishHome } from '../home/publish.js';
import { dayText, mention } from '../ui/blocks.js';
import { actor, messageAfter, pressedValue } from '../ui/press.js';
import { showModal } from '../ui/show.js';
import { replaceView } from '../ui/windows.js';
import { drawList } from './draw.js';
import { actionIds, callbackIds, rowId } from './ids.js';
import { parseId } from './input.js';
import { noticeView } from './views.js';

/** "Done": at once, and said where it was pressed. */
export const registerDone: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.done, async (args) => {
    await args.ack();
    const { body, client, respond } = args;
    const actionId = parseId(pressedValue(args));
    const who = await actor(slack, body.user.id);
    const result = await markDone(slack.services, { ...who, actionId });
    const words = resultWords(result, 'done');
    const { view } = body;
    if (view?.type === 'home') return publishHome(slack, client, body.user.id);
    if (view?.callback_id === callbackIds.list) {
      const reportId = parseId(view.private_metadata);
      const list = await drawList(slack, body.user.id, { reportId, note: words });
      await replaceView(client, view.id, list);
      return;
    }
    if (view) return showModal(args, noticeView(words), []);
    const after = messageAfter(args, rowId(actionId), words);
    if (after) await respond({ replace_original: true, ...after });
    else await respond({ response_type: 'ephemeral', replace_original: false, text: words });
  });
};

/** What became of a press, and who hears of it. Mrkdwn. */
export function resultWords(result: ActionItemResult, event: 'done' | 'moved' | 'dropped'): string {
  const { action, changed, informed } = result;
  if (!changed) {
    return closedWords(action.state === 'done' ? 'already_done' : 'already_dropped');
  }
  const hears = informed ? ` ${mention(informed.slackUserId)} hears of it.` : '';
  return `${factWords(action)[event]}${hears}`;
}

function factWords({ dueOn }: ActionItem) {
  return { done: 'Done.', moved: `Moved to ${dayText(dueOn)}.`, dropped: 'Dropped.' };
}
