import { z } from 'zod';
import {
  button,
  checkboxes,
  contextText,
  datepicker,
  datetimepicker,
  emailInput,
  fileInput,
  imageElement,
  numberInput,
  overflow,
  plainTextInput,
  radioButtons,
  richTextInput,
  timepicker,
  urlInput,
} from './elements.js';
import { fail } from './options.js';
import { richText } from './rich-text.js';
import { multiSelects, selects } from './selects.js';
import { anyText, blockId, plainText, webAddress, words } from './text.js';

const choosing = [checkboxes, radioButtons, ...selects, ...multiSelects] as const;

const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z
      .discriminatedUnion('type', [
        button,
        imageElement,
        overflow,
        datepicker,
        timepicker,
        ...choosing,
      ])
      .optional(),
    expand: z.boolean().optional(),
    ...blockId,
  })
  .check((context) => {
    const { text, fields } = context.value;
    if (!text && !fields) fail(context, [], 'needs text or fields');
  });

const pickers = [datepicker, timepicker] as const;

function actionItemsOf<T extends z.ZodType>(element: T) {
  return z.strictObject({
    type: z.literal('actions'),
    elements: z.array(element).min(1).max(25),
    ...blockId,
  });
}

function inputOf<T extends z.ZodType>(element: T) {
  return z.strictObject({
    type: z.literal('input'),
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element,
    ...blockId,
  });
}

const pressed = [button, overflow, ...pickers, ...choosing] as const;
const given = [plainTextInput, ...pickers, ...choosing] as const;
const oneOf = z.discriminatedUnion;

/** The blocks whose elements differ by surface. */
export const messageForms = [
  actionItemsOf(oneOf('type', [...pressed, datetimepicker])),
  inputOf(oneOf('type', [...given, datetimepicker])),
] as const;
export const homeForms = [
  actionItemsOf(oneOf('type', [...pressed])),
  inputOf(oneOf('type', [...given, richTextInput])),
] as const;
export const modalForms = [
  actionItemsOf(oneOf('type', [...pressed, datetimepicker])),
  inputOf(
    oneOf('type', [
      ...given,
      ...[datetimepicker, richTextInput, urlInput, emailInput, numberInput, fileInput],
    ]),
  ),
] as const;

const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: words(2000),
    title: plainText(2000).optional(),
    image_url: webAddress().optional(),
    slack_file: z
      .strictObject({ id: words(30).optional(), url: webAddress().optional() })
      .optional(),
    ...blockId,
  })
  .refine((one) => (one.image_url === undefined) !== (one.slack_file === undefined), {
    message: 'needs either image_url or slack_file',
  });

/** Blocks for messages, modals and Home alike. */
export const commonBlocks = [
  section,
  image,
  richText,
  z.strictObject({ type: z.literal('header'), text: plainText(150), ...blockId }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('context'),
    elements: z
      .array(z.discriminatedUnion('type', [...contextText.options, imageElement]))
      .min(1)
      .max(10),
    ...blockId,
  }),
] as const;

/** For modals only. */
export const alertBlock = z.strictObject({
  type: z.literal('alert'),
  text: anyText(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  ...blockId,
});
