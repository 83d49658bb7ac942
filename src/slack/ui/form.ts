import type { ViewResponseAction } from '@slack/bolt';
import type { InputBlock, ModalView, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import { fitText } from '../../domain/text/text.js';
import type { Day } from '../../domain/time/day.js';
import { plainText } from './blocks.js';
import { readSlackValue, slackValues } from './slack-values.js';

export interface FieldInput {
  /** Tells blocks of different things apart, so that Slack never takes one's text for the other's. */
  blockId: string;
  label: string;
  element: InputBlock['element'];
  optional?: boolean;
  hint?: string;
}

/** One labelled input of a form. */
export function field({ blockId, label, element, optional = false, hint }: FieldInput): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label),
    element,
    optional,
    ...(hint && { hint: plainText(hint) }),
  };
}

/** An input whose every change Slack sends, so that it is saved before the form is sent. */
export function savedField({
  required = false,
  ...input
}: Omit<FieldInput, 'optional'> & { required?: boolean }): InputBlock {
  return { ...field({ ...input, optional: !required }), dispatch_action: true };
}

export interface TextInputOptions {
  multiline?: boolean;
  /** In characters. */
  longest: number;
}

/** Returns a text field with its initial text. */
export function textInput(
  actionId: string,
  text: string,
  { multiline = false, longest }: TextInputOptions,
): PlainTextInput {
  return {
    type: 'plain_text_input',
    action_id: actionId,
    multiline,
    max_length: longest,
    ...(text && { initial_value: text }),
  };
}

/** Returns a date field with its initial day. */
export function dayInput(actionId: string, day: Day | undefined): InputBlock['element'] {
  return {
    type: 'datepicker',
    action_id: actionId,
    placeholder: plainText('Pick a day'),
    ...(day && { initial_date: day }),
  };
}

/** A typed text, cleaned for storing. All texts from modals are parsed with this. */
export const typedText = z.string().transform(fitText);

const submitted = z.object({
  state: z.object({
    values: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          value: typedText.nullish(),
          selected_date: z.string().max(20).nullish(),
          selected_option: z.object({ value: slackValues.value }).nullish(),
          selected_users: z.array(slackValues.userId).max(200).nullish(),
        }),
      ),
    ),
  }),
});

/** The values of a form by action id, each with its block id; several people by their ids, with commas. */
export type Filled = Map<string, { blockId: string; value: string | undefined }>;

/** Reads a submitted form. Throws UnreadableError for anything else. */
export function readFilled(view: unknown): Filled {
  const { values } = readSlackValue(submitted, view).state;
  const filled: Filled = new Map();
  for (const [blockId, inputs] of Object.entries(values)) {
    for (const [actionId, input] of Object.entries(inputs)) {
      const { value, selected_date, selected_option, selected_users } = input;
      const users = selected_users?.join(',') || undefined;
      const entered = value ?? selected_date ?? selected_option?.value ?? users;
      filled.set(actionId, { blockId, value: entered ?? undefined });
    }
  }
  return filled;
}

/** The answer to a form: another window in its place. */
export function updated(view: ModalView): ViewResponseAction {
  return { response_action: 'update', view };
}

/** The answer to a form that stays open: a sentence at one of its fields. */
export function fieldError(blockId: string, sentence: string): ViewResponseAction {
  return { response_action: 'errors', errors: { [blockId]: sentence } };
}
