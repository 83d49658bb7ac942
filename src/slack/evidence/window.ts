import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { replaceView } from '../check-in/replace-view.js';
import type { SlackContext } from '../context.js';
import { failureText } from '../failure.js';
import { callbackIds } from './ids.js';
import { loadingView, troubleView } from './notice-views.js';

/** What a person pressed, as far as a window needs it. */
export interface Press {
  slack: SlackContext;
  client: WebClient;
  userId: string;
  triggerId: string;
  /** The window or Home that it was pressed in, if any. */
  view?: { id: string; type: string; callback_id: string } | undefined;
}

/**
 * Shows a window at once, because the trigger lives three seconds, and fills it when `draw` has
 * read what it needs: over another feature's window, in place of a notice of ours. What can't be
 * read is told in the window.
 */
export async function showWindow(press: Press, draw: () => Promise<ModalView>): Promise<void> {
  const { slack, client, userId } = press;
  const drawing = draw().catch((error) => {
    const what = "I couldn't get what you kept";
    return troubleView(failureText(slack.services.log, error, { what, user: userId }));
  });
  const viewId = await placeOf(press);
  const view = await drawing;
  if (viewId !== undefined) await replaceView(client, viewId, view);
}

async function placeOf({ client, triggerId, view }: Press): Promise<string | undefined> {
  if (view?.callback_id === callbackIds.notice) return view.id;
  const opening = { trigger_id: triggerId, view: loadingView() };
  const opened =
    view?.type === 'modal' ? await client.views.push(opening) : await client.views.open(opening);
  return opened.view?.id;
}
