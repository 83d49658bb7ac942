import { z } from 'zod';
import { blockId, webAddress, words } from './text.js';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional();

const text = z.strictObject({ type: z.literal('text'), text: words(12_000), style });
const link = z.strictObject({
  type: z.literal('link'),
  url: webAddress(),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  style,
});

const leaf = z.discriminatedUnion('type', [
  text,
  link,
  z.strictObject({
    type: z.literal('emoji'),
    name: words(100),
    unicode: z.string().optional(),
    url: webAddress().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: words(30), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: words(30), style }),
  z.strictObject({ type: z.literal('team'), team_id: words(30), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: words(30), style }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string().regex(/^#[0-9a-fA-F]{6}$/), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: words(200),
    url: webAddress().optional(),
    fallback: z.string().optional(),
    style,
  }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) });

export const richTextFields = {
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [text, link])),
          language: z.string().optional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), border }),
      ]),
    )
    .min(1),
};

export const richText = z.strictObject({ ...richTextFields, ...blockId });
