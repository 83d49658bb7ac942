import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Message, Surface } from './blocks.js';
import { noteReplaced } from './panel.js';
import { readSlackValue, slackValues } from './slack-values.js';

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
  if (isPrivate) noteReplaced(body.container.message_ts);
  await respond({ ...message, response_type: 'ephemeral', replace_original: isPrivate });
}

/** Answers privately below a message that stays as it is. */
export async function answerBelow(
  { respond }: Pick<Press, 'respond'>,
  answer: { text: string; blocks?: KnownBlock[] },
): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, ...answer });
}

const containerSchema = z.object({
  type: z.literal('message'),
  channel_id: slackValues.channelId,
  message_ts: slackValues.ts,
  is_ephemeral: z.boolean().optional(),
});

/** The post in which something was pressed; undefined on Home, in windows and in private answers. */
export function postOf(container: unknown): { channelId: string; ts: string } | undefined {
  const read = containerSchema.safeParse(container);
  if (!read.success || read.data.is_ephemeral) return undefined;
  return { channelId: read.data.channel_id, ts: read.data.message_ts };
}
