import type { BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { loadingView } from '../questionnaire/notice-views.js';
import { actions, button, type Message, section } from '../ui/blocks.js';
import { openModal } from '../ui/open-modal.js';
import { replaceView } from '../ui/windows.js';
import { checkInDefinition } from './definition.js';
import { openCheckInAction } from './links.js';
import { checkInView } from './views.js';

/** The command's word: opens my check-in. */
export const openFromCommand: CommandHandler = async (command) => {
  const { slack, userId, triggerId, client, ack, respond } = command;
  await ack();
  const opened = await openCheckInModal(slack, client, triggerId, userId);
  if (!opened) await respond({ response_type: 'ephemeral', ...tooLateMessage() });
};

/** The button, wherever it stands: in a message, on Home, or in a view, which it takes over. */
export const registerOpen: Register = (app, slack) => {
  app.action<BlockAction>(openCheckInAction, async ({ ack, body, client, respond }) => {
    await ack();
    const user = body.user.id;
    if (body.view?.type === 'modal') {
      const view = await checkInView(slack, user);
      await replaceView(client, body.view.id, view);
      return;
    }
    if (await openCheckInModal(slack, client, body.trigger_id, user)) return;
    const again = tooLateMessage();
    // Home has no response_url: the words go to the person's messages with the app.
    if (body.view) await client.chat.postMessage({ channel: user, ...again });
    else await respond({ response_type: 'ephemeral', replace_original: false, ...again });
  });
};

/** False if Slack had given up waiting already. */
function openCheckInModal(
  slack: SlackContext,
  client: WebClient,
  triggerId: string,
  user: string,
): Promise<boolean> {
  const view = checkInView(slack, user);
  return openModal({ client, triggerId, loading: loadingView(checkInDefinition), view });
}

/** Slack gave up waiting for us: nothing is lost, and a new press has a new trigger. */
function tooLateMessage(): Message {
  const fact = 'I was too slow to open your check-in: Slack waits only a moment. Nothing is lost.';
  return {
    text: fact,
    blocks: [
      section(fact),
      actions([
        button({ text: 'Open my check-in', actionId: openCheckInAction, style: 'primary' }),
      ]),
    ],
  };
}
