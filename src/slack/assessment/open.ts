import type { BlockAction } from '@slack/bolt';
import { replaceView } from '../check-in/replace-view.js';
import type { Register } from '../context.js';
import { actions, button, type Message, section } from '../kit.js';
import { openModal } from '../open-modal.js';
import { actionIds, callbackIds } from './ids.js';
import { readReportId } from './input.js';
import { loadingView } from './notice-views.js';
import { assessmentView } from './views.js';

/**
 * The button, wherever it stands: in a message, on Home, or in a window such as the team's, to which
 * closing leads back.
 */
export const registerOpen: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async (args) => {
    const { ack, action, body, client, respond } = args;
    await ack();
    const reportId = readReportId('value' in action ? action.value : undefined);
    const view = assessmentView(slack, body.user.id, reportId);
    const inModal = body.view?.type === 'modal';
    if (body.view && body.view.callback_id === callbackIds.notice) {
      await replaceView(client, body.view.id, await view);
      return;
    }
    const triggerId = body.trigger_id;
    if (await openModal({ client, triggerId, loading: loadingView(), view, over: inModal })) return;
    const again = tooLateMessage(reportId);
    // Home and windows have no response_url: the words go to the person's messages with the app.
    if (body.view) await client.chat.postMessage({ channel: body.user.id, ...again });
    else await respond({ response_type: 'ephemeral', replace_original: false, ...again });
  });
};

/** Slack gave up waiting for us: nothing is lost, and a new press has a new trigger. */
function tooLateMessage(reportId: string): Message {
  const fact = 'I was too slow to open the pages: Slack waits only a moment. Nothing is lost.';
  const again = button({
    text: 'Give my view',
    actionId: actionIds.open,
    value: reportId,
    style: 'primary',
  });
  return { text: fact, blocks: [section(fact), actions([again])] };
}
