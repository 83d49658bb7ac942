import { z } from 'zod';
import { snoozeChoices } from '../../domain/availability/snooze.js';
import type { SentMessage } from '../../services/availability/index.js';
import { metadata } from '../ui/metadata.js';
import { slackValues } from '../ui/slack-values.js';

/** What can be chosen under "Remind me later". */
export const snoozeChoice = z.enum(snoozeChoices);

const containerSchema = z.object({
  type: z.literal('message'),
  channel_id: slackValues.channelId,
  message_ts: slackValues.ts,
  is_ephemeral: z.boolean().optional(),
});

/** The message in which something was pressed; undefined on Home and in windows. */
export function messageOf(container: unknown): SentMessage | undefined {
  const read = containerSchema.safeParse(container);
  if (!read.success || read.data.is_ephemeral) return undefined;
  return { channelId: read.data.channel_id, ts: read.data.message_ts };
}

const sentMessage = z.object({ channelId: slackValues.channelId, ts: slackValues.ts });

/**
 * The form carries the message under which somebody said that they are away, if they did so there,
 * and the day that they were asked to confirm. Forms of older versions carry the message alone.
 */
export const awayMetadata = metadata(
  z.union([
    sentMessage.transform((message) => ({ message, confirmed: undefined })),
    z.object({ message: sentMessage.optional(), confirmed: slackValues.day.optional() }),
  ]),
  { none: { message: undefined, confirmed: undefined } },
);
