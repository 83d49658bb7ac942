import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { CommandHandler } from '../command.js';
import type { Register, SlackContext } from '../context.js';
import { actions, button, type Message, section } from '../kit.js';
import { actionIds } from './ids.js';
import { loadingView } from './notice-views.js';
import { replaceView, slackError } from './replace-view.js';
import { checkInView, type SlackUser } from './views.js';

/** The command's word: opens my check-in. */
export const openFromCommand: CommandHandler = async (command) => {
  const { slack, userId, userName, triggerId, client, ack, respond } = command;
  await ack();
  const opened = await openModal(slack, client, triggerId, { id: userId, name: userName });
  if (!opened) await respond({ response_type: 'ephemeral', ...tooLateMessage() });
};

/** The button, wherever it stands: in a message, on Home, or in a view, which it takes over. */
export const registerOpen: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.open, async ({ ack, body, client, respond }) => {
    await ack();
    const user: SlackUser = { id: body.user.id };
    if (body.view?.type === 'modal') {
      const view = await checkInView(slack, user);
      await replaceView(client, body.view.id, view);
      return;
    }
    if (await openModal(slack, client, body.trigger_id, user)) return;
    const again = tooLateMessage();
    // Home has no response_url: the words go to the person's messages with the app.
    if (body.view) await client.chat.postMessage({ channel: user.id, ...again });
    else await respond({ response_type: 'ephemeral', replace_original: false, ...again });
  });
};

/**
 * Opens a light view at once, because the trigger lives three seconds, and fills it when the
 * check-in has been read. False if the trigger had expired already.
 */
async function openModal(
  slack: SlackContext,
  client: WebClient,
  triggerId: string,
  user: SlackUser,
): Promise<boolean> {
  const opening = client.views.open({ trigger_id: triggerId, view: loadingView() });
  const [opened, view] = await Promise.allSettled([opening, checkInView(slack, user)]);
  if (opened.status === 'rejected') {
    if (isExpired(opened.reason)) return false;
    throw opened.reason;
  }
  if (view.status === 'rejected') throw view.reason;
  const viewId = opened.value.view?.id;
  if (viewId) await replaceView(client, viewId, view.value);
  return true;
}

const expiredErrors = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id']);

function isExpired(error: unknown): boolean {
  return expiredErrors.has(slackError(error) ?? '');
}

/** Slack gave up waiting for us: nothing is lost, and a new press has a new trigger. */
function tooLateMessage(): Message {
  const fact = 'I was too slow to open your check-in: Slack waits only a moment. Nothing is lost.';
  return {
    text: fact,
    blocks: [
      section(fact),
      actions([button({ text: 'Open my check-in', actionId: actionIds.open, style: 'primary' })]),
    ],
  };
}
