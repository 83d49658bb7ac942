import { z } from 'zod';
import { alertBlock, commonBlocks, homeForms, messageForms, modalForms } from './blocks.js';
import { cardBlock, dataVisualizationBlock, markdownBlock, tableBlock } from './data-blocks.js';
import { plainText, words } from './text.js';

const messageBlock = z.discriminatedUnion('type', [
  ...commonBlocks,
  ...messageForms,
  tableBlock,
  dataVisualizationBlock,
  cardBlock,
  markdownBlock,
]);

/** A message: the content fields of chat.*, response_url and command acks. */
export const message = z.strictObject({
  text: z.string().optional(),
  blocks: z.array(messageBlock).max(50).optional(),
  metadata: z
    .strictObject({ event_type: words(255), event_payload: z.record(z.string(), z.unknown()) })
    .optional(),
  attachments: z.array(z.never()).optional(),
  mrkdwn: z.boolean().optional(),
  thread_ts: z.string().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
});

const viewFields = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: words(255).optional(),
  external_id: z.string().max(255).optional(),
};

export const modal = z.strictObject({
  type: z.literal('modal'),
  title: plainText(24),
  submit: plainText(24).optional(),
  close: plainText(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  blocks: z
    .array(z.discriminatedUnion('type', [...commonBlocks, ...modalForms, alertBlock]))
    .max(100),
  ...viewFields,
});

export const home = z.strictObject({
  type: z.literal('home'),
  blocks: z
    .array(z.discriminatedUnion('type', [...commonBlocks, ...homeForms, cardBlock]))
    .max(100),
  ...viewFields,
});
