import { z } from 'zod';
import { fitText } from '../../domain/text/text.js';
import { UserFacingError } from '../../services/errors/index.js';
import { typedText } from '../ui/form.js';
import { readSlackValue, slackValues } from '../ui/slack-values.js';

/** In characters. */
export const longestAnswer = 3000;

const optionSchema = z.object({ value: slackValues.value });

const valueSchema = z.object({
  value: typedText.nullish(),
  selected_option: optionSchema.nullish(),
});

const elementSchema = z.object({
  initial_value: z.string().nullish(),
  initial_option: optionSchema.nullish(),
});

const viewSchema = z.object({
  state: z.object({ values: z.record(z.string(), z.record(z.string(), valueSchema)) }),
  blocks: z.array(z.object({ block_id: z.string(), element: z.unknown().optional() })),
});

/** One input: its value, and whether that differs from its initial value. */
export interface Field {
  value: string;
  changed: boolean;
}

/**
 * Reads the inputs of a view, by block id; the input of the block `acted` counts as changed. Throws
 * UserFacingError for a text that is too long.
 */
export function readFields(view: unknown, acted?: string): Map<string, Field> {
  const { state, blocks } = readSlackValue(viewSchema, view);
  return new Map(
    Object.entries(state.values).flatMap(([blockId, inputs]): [string, Field][] => {
      const [input] = Object.values(inputs);
      if (!input) return [];
      const value = input.value ?? input.selected_option?.value ?? '';
      if (value.length > longestAnswer) throw tooLong(value.length);
      const drawn = drawnValue(blocks.find((block) => block.block_id === blockId)?.element);
      return [[blockId, { value, changed: blockId === acted || value !== drawn }]];
    }),
  );
}

/** What the input was drawn with. Slack hands some characters of it back escaped. */
function drawnValue(element: unknown): string {
  const { initial_value, initial_option } = readSlackValue(elementSchema, element ?? {});
  const value = initial_value ?? initial_option?.value ?? '';
  return fitText(value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
}

function tooLong(length: number): UserFacingError {
  return new UserFacingError(
    `Keep it to ${longestAnswer} characters; it has ${length} now. What you typed is still here.`,
  );
}
