import { z } from 'zod';
import { snoozeChoices } from '../../domain/availability/availability.js';
import type { SentMessage } from '../../services/availability/index.js';
import { given, readGiven, readGivenJson } from '../ui/given.js';

const choiceSchema = z.object({ selected_option: z.object({ value: z.enum(snoozeChoices) }) });

/** What was chosen under "Remind me later". Throws UnreadableError for anything else. */
export function parseChoice(action: unknown) {
  return readGiven(choiceSchema, action).selected_option.value;
}

const containerSchema = z.object({
  type: z.literal('message'),
  channel_id: given.channelId,
  message_ts: given.ts,
  is_ephemeral: z.boolean().optional(),
});

/** The message in which something was pressed; undefined on Home and in windows. */
export function messageOf(container: unknown): SentMessage | undefined {
  const read = containerSchema.safeParse(container);
  if (!read.success || read.data.is_ephemeral) return undefined;
  return { channelId: read.data.channel_id, ts: read.data.message_ts };
}

const metadataSchema = z.object({ channelId: given.channelId, ts: given.ts });

export function writeMetadata(message: SentMessage | undefined): string {
  return message ? JSON.stringify(message) : '';
}

/** Reads back what `writeMetadata` wrote; throws UnreadableError for anything else. */
export function readMetadata(view: { private_metadata: string }): SentMessage | undefined {
  if (!view.private_metadata) return undefined;
  return readGivenJson(metadataSchema, view.private_metadata);
}
