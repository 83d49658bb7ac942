import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Message, Surface } from './blocks.js';
import { readSlackValue } from './slack-values.js';

/** What a listener gets for a press, a choice or a pause in typing. */
export type Press = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

const button = z.object({ value: z.unknown().optional() });
const picker = z.object({ selected_option: button });

/** Returns the value of the button that was pressed. Throws UnreadableError for one that isn't ours. */
export function pressed<S extends z.ZodType>(schema: S, { action }: Pick<Press, 'action'>) {
  return readSlackValue(schema, readSlackValue(button, action).value);
}

/** Returns the value of the option that was chosen. Throws UnreadableError for one that isn't ours. */
export function chosen<S extends z.ZodType>(schema: S, { action }: Pick<Press, 'action'>) {
  return readSlackValue(schema, readSlackValue(picker, action).selected_option.value);
}

/** Whether the answer to a press is a message or a window: Home has no place for answers. */
export function surfaceOf({ body }: Pick<Press, 'body'>): Surface {
  return body.view ? 'modal' : 'message';
}

/** Answers privately: in place of the private message that was pressed in, else under it. */
export async function showMessage(
  { body, respond }: Pick<Press, 'body' | 'respond'>,
  message: Message,
): Promise<void> {
  const isPrivate = body.container?.is_ephemeral === true;
  await respond({ ...message, response_type: 'ephemeral', replace_original: isPrivate });
}

/**
 * Puts a block in place of the one with this id in the message that was pressed in. Where Slack didn't
 * send the message along, as it does for private ones, answers privately with `otherwise`.
 */
export async function replaceBlock(
  { body, respond }: Pick<Press, 'body' | 'respond'>,
  blockId: string,
  block: KnownBlock,
  otherwise: { text: string; blocks?: KnownBlock[] },
): Promise<void> {
  const before = body.message?.blocks as KnownBlock[] | undefined;
  if (before?.some(({ block_id }) => block_id === blockId)) {
    const blocks = before.map((one) => (one.block_id === blockId ? block : one));
    await respond({ replace_original: true, text: body.message?.text ?? '', blocks });
  } else {
    await respond({ response_type: 'ephemeral', replace_original: false, ...otherwise });
  }
}
