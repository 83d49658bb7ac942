import type { BlockAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../services/context.js';
import { findOrAddPerson } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { context as smallText } from './blocks.js';
import { openModal } from './open-modal.js';
import { replaceView } from './windows.js';

/** A button press as far as these helpers need it. */
export interface Press {
  body: BlockAction;
  client: WebClient;
}

/** The value of the button that was pressed. */
export function pressedValue({ body }: Pick<Press, 'body'>): string | undefined {
  const [action] = body.actions;
  return action && 'value' in action ? action.value : undefined;
}

/** Who pressed, as the services know them. */
export async function actor(
  { services, workspace }: SlackContext,
  slackUserId: string,
): Promise<{ workspaceId: string; personId: string }> {
  const workspaceId = workspace.id;
  const { id: personId } = await findOrAddPerson(services, { workspaceId, slackUserId });
  return { workspaceId, personId };
}

export interface ShowOptions {
  /** What stands there until the view is drawn. */
  loading: ModalView;
  /** Callback ids of windows whose place it takes; over others it is laid. */
  ours: readonly string[];
}

/**
 * Shows a view where a button was pressed: in place of a window of ours, over another one, or in a
 * window of its own. False if Slack had given up waiting.
 */
export async function showView(
  { body, client }: Press,
  view: Promise<ModalView>,
  { loading, ours }: ShowOptions,
): Promise<boolean> {
  const current = body.view?.type === 'modal' ? body.view : undefined;
  if (current && ours.includes(current.callback_id)) {
    await replaceView(client, current.id, await view);
    return true;
  }
  return openModal({
    client,
    triggerId: body.trigger_id,
    loading,
    view,
    below: current,
  });
}

/** The view, or in its place one that says what went wrong. */
export async function orTrouble(
  { log }: Pick<Context, 'log'>,
  view: Promise<ModalView>,
  { what, trouble }: { what: string; trouble: (sentence: string) => ModalView },
): Promise<ModalView> {
  try {
    return await view;
  } catch (error) {
    return trouble(failureText(log, error, { what }));
  }
}

/**
 * The message that a button was pressed in, with a small text in the place of the block that held it;
 * undefined where Slack didn't send the message along, as for private answers.
 */
export function messageAfter(
  { body }: Pick<Press, 'body'>,
  blockId: string,
  words: string,
): { text: string; blocks: KnownBlock[] } | undefined {
  const blocks = body.message?.blocks as KnownBlock[] | undefined;
  if (!blocks?.some(({ block_id }) => block_id === blockId)) return undefined;
  return {
    text: body.message?.text ?? '',
    blocks: blocks.map((block) => (block.block_id === blockId ? smallText(words) : block)),
  };
}
