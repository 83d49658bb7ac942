import { z } from 'zod';

const text = z.string();
const value = z.union([text, z.array(text), z.null()]);
const values = z.record(text, z.record(text, value));
const container = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message'), channel: text, ts: text }),
  z.strictObject({ type: z.literal('view'), viewId: text }),
  z.strictObject({ type: z.literal('home') }),
]);
const at = { as: text, container, blockId: text, actionId: text };

/** The request bodies of the JSON API, as in `playground/contract.ts`. */
export const bodies = {
  command: z.strictObject({
    as: text,
    command: text,
    text: text.optional(),
    channel: text.optional(),
  }),
  message: z.strictObject({ as: text, channel: text, text }),
  action: z.strictObject({
    ...at,
    value: value.optional(),
    values: values.optional(),
    trigger: z.enum(['typing', 'enter']).optional(),
  }),
  options: z.strictObject({ ...at, query: text }),
  submit: z.strictObject({ as: text, viewId: text, values: values.optional() }),
  close: z.strictObject({ as: text, viewId: text, all: z.boolean().optional() }),
  home: z.strictObject({ as: text }),
  shortcut: z.strictObject({
    as: text,
    callbackId: text,
    channel: text.optional(),
    ts: text.optional(),
  }),
  tab: z.strictObject({ as: text, tab: text }),
  person: z.strictObject({
    id: text,
    tz: text.optional(),
    locale: text.optional(),
    name: text.optional(),
    deleted: z.boolean().optional(),
    isGuest: z.boolean().optional(),
  }),
  upload: z.strictObject({ as: text, name: text, text }),
  join: z.strictObject({
    id: text.regex(/^[UW][A-Z0-9]+$/),
    name: text,
    title: text.optional(),
    avatarColour: text.optional(),
    tz: text.optional(),
    locale: text.optional(),
    isAdmin: z.boolean().optional(),
    deleted: z.boolean().optional(),
    isBot: z.boolean().optional(),
    isGuest: z.boolean().optional(),
    teamId: text.regex(/^T[A-Z0-9]+$/).optional(),
    email: text.optional(),
    profileManager: text.optional(),
  }),
};
