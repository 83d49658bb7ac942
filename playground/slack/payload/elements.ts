import { z } from 'zod';
import { overflowOption, richOption, soundOptions } from './options.js';
import { richText } from './rich-text.js';
import { anyText, confirm, id, plainText, webAddress, words } from './text.js';

export const actionId = { action_id: id.optional() };
export const confirmable = { confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholdable = { placeholder: plainText(150).optional() };
const dispatching = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
};

const civilDate = z.iso.date();
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like 09:30');

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  value: words(2000).optional(),
  url: webAddress().optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: words(75).optional(),
  ...actionId,
  ...confirmable,
});

export const imageElement = z
  .strictObject({
    type: z.literal('image'),
    alt_text: words(2000),
    image_url: webAddress().optional(),
    slack_file: z
      .strictObject({ id: words(30).optional(), url: webAddress().optional() })
      .optional(),
  })
  .refine((image) => (image.image_url === undefined) !== (image.slack_file === undefined), {
    message: 'needs either image_url or slack_file',
  });

export const overflow = z
  .strictObject({
    type: z.literal('overflow'),
    options: z.array(overflowOption).min(1).max(5),
    ...actionId,
    ...confirmable,
  })
  .check(soundOptions);

export const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    options: z.array(richOption).min(1).max(10),
    initial_option: richOption.optional(),
    ...actionId,
    ...confirmable,
    ...focusable,
  })
  .check(soundOptions);

export const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    options: z.array(richOption).min(1).max(10),
    initial_options: z.array(richOption).min(1).max(10).optional(),
    ...actionId,
    ...confirmable,
    ...focusable,
  })
  .check(soundOptions);

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  initial_date: civilDate.optional(),
  ...actionId,
  ...confirmable,
  ...focusable,
  ...placeholdable,
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  initial_time: clockTime.optional(),
  timezone: words(50).optional(),
  ...actionId,
  ...confirmable,
  ...focusable,
  ...placeholdable,
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
  ...actionId,
  ...confirmable,
  ...focusable,
});

const textLength = z.int().min(0).max(3000);
const typed = { ...actionId, ...focusable, ...placeholdable, ...dispatching };

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: textLength.optional(),
    max_length: textLength.min(1).optional(),
    ...typed,
  })
  .refine((input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? 3000), {
    path: ['initial_value'],
    message: 'longer than max_length',
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3000), {
    path: ['min_length'],
    message: 'greater than max_length',
  });

export const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  initial_value: z.string().max(3000).optional(),
  ...typed,
});

export const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  initial_value: z.string().max(3000).optional(),
  ...typed,
});

const numeral = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number as text');

export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  is_decimal_allowed: z.boolean(),
  initial_value: numeral.optional(),
  min_value: numeral.optional(),
  max_value: numeral.optional(),
  ...typed,
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  filetypes: z.array(words(20)).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
  ...actionId,
});

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  initial_value: richText.optional(),
  min_lines: z.int().min(1).optional(),
  max_lines: z.int().min(1).optional(),
  ...typed,
});

export const contextText = anyText(2000);
