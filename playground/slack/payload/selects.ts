import { z } from 'zod';
import { actionId, confirmable, focusable, placeholdable } from './elements.js';
import { oneSource, option, optionGroup, soundOptions } from './options.js';
import { words } from './text.js';

const base = { ...actionId, ...confirmable, ...focusable, ...placeholdable };
const several = { ...base, max_selected_items: z.int().min(1).optional() };
const source = {
  options: z.array(option).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const personOrPlace = words(30);
const minQuery = { min_query_length: z.int().min(0).optional() };
const responds = { response_url_enabled: z.boolean().optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, { message: 'must say something' })
    .optional(),
};

/** Selects of one item. */
export const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      initial_option: option.optional(),
      ...source,
      ...base,
    })
    .check(oneSource, soundOptions),
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: option.optional(),
    ...minQuery,
    ...base,
  }),
  z.strictObject({
    type: z.literal('users_select'),
    initial_user: personOrPlace.optional(),
    ...base,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: personOrPlace.optional(),
    ...responds,
    ...base,
  }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: personOrPlace.optional(),
    ...conversations,
    ...responds,
    ...base,
  }),
] as const;

/** Selects of several items. */
export const multiSelects = [
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      initial_options: z.array(option).min(1).max(100).optional(),
      ...source,
      ...several,
    })
    .check(oneSource, soundOptions),
  z.strictObject({
    type: z.literal('multi_external_select'),
    initial_options: z.array(option).min(1).max(100).optional(),
    ...minQuery,
    ...several,
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    initial_users: z.array(personOrPlace).min(1).optional(),
    ...several,
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    initial_channels: z.array(personOrPlace).min(1).optional(),
    ...several,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(personOrPlace).min(1).optional(),
    ...conversations,
    ...several,
  }),
] as const;
