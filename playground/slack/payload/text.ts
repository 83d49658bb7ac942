import { z } from 'zod';

/** A text of 1 to `most` characters. */
export function words(most: number, least = 1) {
  return z.string().min(least).max(most);
}

/** A plain_text object. */
export function plainText(most: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: words(most),
    emoji: z.boolean().optional(),
  });
}

function mrkdwn(most: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: words(most),
    verbatim: z.boolean().optional(),
  });
}

export const mrkdwnText = mrkdwn;

/** A plain_text or mrkdwn object. */
export function anyText(most: number) {
  return z.discriminatedUnion('type', [plainText(most), mrkdwn(most)]);
}

export const id = words(255);
export const blockId = { block_id: id.optional() };

/** A web address. */
export function webAddress(most = 3000) {
  return words(most).regex(/^(https?|mailto|slack):\/?\/?./, 'must be an address with its scheme');
}

/** A 'confirm' dialog. */
export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
