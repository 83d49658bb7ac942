import type { BlockAction, RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type Message, plainText, type Surface } from './blocks.js';
import { ROLE_MODAL } from './page.js';
import { openView, replaceView, TooLateError } from './windows.js';

/** Where a button was pressed and how to answer there. */
export interface Pressed {
  body: BlockAction;
  client: WebClient;
  respond: RespondFn;
}

/** Whether the answer to a press is a message or a modal: Home has no place for answers. */
export function surfaceOf({ body }: Pressed): Surface {
  return body.view ? 'modal' : 'message';
}

/** Answers privately: in place of the private message that the button was in, else under it. */
export async function showMessage({ body, respond }: Pressed, message: Message): Promise<void> {
  const isPrivate = body.container?.is_ephemeral === true;
  await respond({ ...message, response_type: 'ephemeral', replace_original: isPrivate });
}

/** Opens a window, lays it over another feature's, or takes the place of one of ours. */
export async function showModal(
  { body, client }: Pressed,
  view: ModalView,
  ours: readonly string[] = [ROLE_MODAL],
): Promise<void> {
  const below = body.view?.type === 'modal' ? body.view : undefined;
  if (below && ours.includes(below.callback_id)) {
    await replaceView(client, below.id, view);
    return;
  }
  const opened = await openView({ client, triggerId: body.trigger_id, view, below });
  if (opened === 'late') throw new TooLateError();
}

/** A message's blocks, none of them a table, where the button was pressed: as a message or a window. */
export async function showBlocks(pressed: Pressed, message: Message): Promise<void> {
  if (surfaceOf(pressed) === 'message') return showMessage(pressed, message);
  await showModal(pressed, {
    type: 'modal',
    callback_id: ROLE_MODAL,
    title: plainText('Ladder'),
    close: plainText('Close'),
    blocks: message.blocks,
  });
}
