import type { InputBlock, PlainTextInput } from '@slack/types';
import { z } from 'zod';
import type { FormField } from '../../services/form-draft/index.js';
import { field, textInput } from '../ui/form.js';
import { readSlackValue } from '../ui/slack-values.js';

/** A form in which people write: what is typed there comes back when it is opened again. */
export interface Form {
  /** What kind of form, as its feature names it. */
  kind: string;
  /** The id of what it is about: the same each time that it is opened. */
  of: string;
}

const prefix = 'draft:';

const prose = z
  .string()
  .max(255)
  .regex(/^draft:[a-z_.]+:[\w.-]{1,80}:[a-z_.]+(:\d{1,16})?$/)
  .transform((id): FormField => {
    const [, kind, of, name = ''] = id.split(':');
    return { form: `${kind}:${of}`, field: name };
  });

export interface ProseInput {
  form: Form;
  /** The input's action id; within its block id it names the field. */
  actionId: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is saved. */
  text: string;
  /** In characters. */
  longest: number;
  multiline?: boolean;
}

/** An input for prose that reports each character, so that nothing that is typed gets lost. */
export function proseField({ form, actionId, text, longest, multiline, ...about }: ProseInput) {
  const element = {
    ...textInput(actionId, text, { longest, ...(multiline && { multiline }) }),
    dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] },
  };
  const blockId = `${prefix}${form.kind}:${form.of}:${actionId}`;
  return { ...field({ blockId, element, ...about }), dispatch_action: true };
}

type Prose = InputBlock & { block_id: string; element: PlainTextInput };

/** Whether a block is an input for prose. */
export function isProse(one: { type: string; block_id?: string }): one is Prose {
  return one.type === 'input' && one.block_id?.startsWith(prefix) === true;
}

/** The input that a block is for. Throws UnreadableError for another block. */
export function fieldOf(blockId: unknown): FormField {
  return readSlackValue(prose, blockId);
}

/** The id of an input that is filled with what was typed before. */
export function asTyped(blockId: string): string {
  return `${blockId}:0`;
}

export function isTyped(blockId: string): boolean {
  return blockId.endsWith(':0');
}

/** The id of a new input for the same: Slack then forgets what was typed in the one before. */
export function anew(blockId: string, at: Date): string {
  return `${blockId.split(':').slice(0, 4).join(':')}:${at.getTime()}`;
}
