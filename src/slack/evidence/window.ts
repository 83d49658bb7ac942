import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { actions, button, type Message, section } from '../ui/blocks.js';
import { openModal } from '../ui/open-modal.js';
import { type Below, replaceView } from '../ui/windows.js';
import { actionIds, callbackIds } from './ids.js';
import { loadingView, troubleView } from './notice-views.js';

/** What a person pressed, as far as a window needs it. */
export interface Press {
  slack: SlackContext;
  client: WebClient;
  userId: string;
  triggerId: string;
  /** The window or Home that it was pressed in, if any. */
  view?: (Below & { type: string; callback_id: string }) | undefined;
  /** Answers privately where it was pressed; a window and Home have no such way. */
  respond?: ((message: Message & { response_type: 'ephemeral' }) => Promise<unknown>) | undefined;
}

/**
 * Shows a window at once, because the trigger lives three seconds, and fills it when `draw` has
 * read what it needs: over another feature's window, in place of a notice of ours. What can't be
 * read is told in the window.
 */
export async function showWindow(press: Press, draw: () => Promise<ModalView>): Promise<void> {
  const { slack, client, userId, triggerId, view: current } = press;
  const view = draw().catch((error) => {
    const what = "I couldn't get what you kept";
    return troubleView(failureText(slack.services.log, error, { what, user: userId }));
  });
  if (current?.callback_id === callbackIds.notice) {
    await replaceView(client, current.id, await view);
    return;
  }
  const below = current?.type === 'modal' ? current : undefined;
  const loading = loadingView();
  if (await openModal({ client, triggerId, loading, view, below })) return;
  if (press.respond) await press.respond({ response_type: 'ephemeral', ...tooLate() });
  else await client.chat.postMessage({ channel: userId, ...tooLate() });
}

/** Slack gave up waiting for us: nothing is lost, and a new press has a new trigger. */
function tooLate(): Message {
  const text =
    'I was too slow to open that window: Slack waits only a moment. Nothing is lost; try it again.';
  return {
    text,
    blocks: [section(text), actions([button({ text: 'What I kept', actionId: actionIds.open })])],
  };
}
