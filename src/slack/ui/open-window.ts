import type { RespondFn } from '@slack/bolt';
import type { Button, ModalView } from '@slack/types';
import { actions, section } from './blocks.js';
import { type Press, showView } from './press.js';

export interface OpenWindowInput {
  /** What stands there until the view is drawn. */
  loading: ModalView;
  /** Callback ids of windows whose place it takes. Default: those of the loading view's. */
  ours?: readonly string[];
  /** Being drawn; says itself what went wrong. */
  view: Promise<ModalView>;
  /** What is opened, in a few words: "your brief". */
  what: string;
  /** The button that opens it again. */
  again: Button;
}

/**
 * Opens a window from a button, wherever it stands: in a window of the same feature it takes that
 * one's place, over any other it is laid. If Slack gave up waiting, the person can press again.
 */
export async function openWindow(
  pressed: Press & { respond: RespondFn },
  { loading, view, what, again, ours = [loading.callback_id ?? ''] }: OpenWindowInput,
): Promise<void> {
  if (await showView(pressed, view, { loading, ours })) return;
  const { body, client, respond } = pressed;
  const text = `I was too slow to open ${what}: Slack waits only a moment. Nothing is lost.`;
  const message = { text, blocks: [section(text), actions([again])] };
  // Home and windows have no response_url: the words go to the person's messages with the app.
  if (body.view) await client.chat.postMessage({ channel: body.user.id, ...message });
  else await respond({ response_type: 'ephemeral', replace_original: false, ...message });
}
