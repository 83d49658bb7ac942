import type { RespondFn } from '@slack/bolt';
import type { Button, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../services/context.js';
import { actions, type Message, section } from './blocks.js';
import { failureText } from './failure-text.js';
import type { Notices } from './notices.js';
import { type Below, openView, replaceView, TooLateError } from './windows.js';

/** The request that opens a window: a press, a message's shortcut or a command. */
export interface Opener {
  client: WebClient;
  respond: RespondFn;
  body: {
    trigger_id: string;
    user: { id: string };
    /** The window or Home in which was pressed, if it was in one. */
    view?: Below & { type: string; callback_id: string };
  };
}

/** Callback ids of the windows whose place a new one takes; over all others it is laid. */
export type Replaced = readonly string[] | 'every window';

export interface OpenWindowInput {
  log: Log;
  notices: Notices;
  /** Shown until the view is drawn. Mrkdwn. */
  loading: string;
  draw: () => Promise<ModalView>;
  /** Those of the notices, if left out. */
  replaces?: Replaced;
  /** A few words for the modal: "your brief". */
  what?: string;
  /** The beginning of the sentence about a failure, if not "I couldn't open …". */
  failed?: string;
  /** Below that sentence. */
  retry?: Button;
  /** Opens the window again where Slack gave up waiting for it. */
  again: Button;
}

/**
 * Opens a light modal at once, because a trigger is valid for three seconds, and fills it when it
 * is drawn. A failure to draw it is shown in the modal; that Slack gave up waiting, outside of it.
 */
export async function openWindow(opener: Opener, input: OpenWindowInput): Promise<void> {
  const { client, body } = opener;
  const { notices, loading, replaces = [notices.callbackId] } = input;
  const below = modalOf(opener);
  const drawn = draw(input, body.user.id);
  if (below && isReplaced(below, replaces)) {
    await replaceView(client, below.id, await drawn);
    return;
  }
  const light = notices.notice(loading);
  const opening = openView({ client, triggerId: body.trigger_id, view: light, below });
  const [opened, view] = await Promise.all([opening, drawn]);
  if (opened === 'late') await sayTooLate(opener, input);
  else if (opened !== 'closed') await replaceView(client, opened.id, view);
}

/** Opens a window that is made from memory. Throws TooLateError if Slack gave up waiting. */
export async function showWindow(
  opener: Omit<Opener, 'respond'>,
  view: ModalView,
  replaces: Replaced = [],
): Promise<void> {
  const { client, body } = opener;
  const below = modalOf(opener);
  if (below && isReplaced(below, replaces)) {
    await replaceView(client, below.id, view);
    return;
  }
  const opened = await openView({ client, triggerId: body.trigger_id, view, below });
  if (opened === 'late') throw new TooLateError();
}

async function draw(input: OpenWindowInput, user: string): Promise<ModalView> {
  const { log, notices, what = 'that window', failed = `I couldn't open ${what}`, retry } = input;
  try {
    return await input.draw();
  } catch (error) {
    return notices.failure(failureText(log, error, { what: failed, user }), retry);
  }
}

function modalOf({ body: { view } }: Pick<Opener, 'body'>) {
  return view?.type === 'modal' ? view : undefined;
}

function isReplaced({ callback_id }: { callback_id: string }, replaces: Replaced): boolean {
  return replaces === 'every window' || replaces.includes(callback_id);
}

/** A new press has a new trigger. */
async function sayTooLate(
  { client, body, respond }: Opener,
  { what, again }: OpenWindowInput,
): Promise<void> {
  const text = what
    ? `I was too slow to open ${what}: Slack waits only a moment. Nothing is lost.`
    : new TooLateError().message;
  const message: Message = { text, blocks: [section(text), actions([again])] };
  // Home and windows have no response_url: the words go to the person's messages with the app.
  if (body.view) await client.chat.postMessage({ channel: body.user.id, ...message });
  else await respond({ response_type: 'ephemeral', replace_original: false, ...message });
}
