import type { InputValue } from '../../contract.js';
import { placedElements } from '../state/inputs.js';
import type { Fields, StoredView } from '../state/types.js';

/** Returns Slack's own errors about the inputs before a submission, by block_id. */
export function inputErrors(view: StoredView): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, blockId, actionId, element, isInput } of placedElements(view.raw.blocks)) {
    if (!isInput) continue;
    const given = view.inputs.values[blockId]?.[actionId] ?? null;
    const error = isEmpty(given)
      ? block.optional === true
        ? undefined
        : 'Please complete this required field.'
      : wrong(element, given);
    if (error !== undefined) errors[blockId] = error;
  }
  return errors;
}

function isEmpty(given: InputValue): boolean {
  return given === null || given.length === 0;
}

function wrong(element: Fields, given: InputValue): string | undefined {
  if (typeof given !== 'string') return undefined;
  if (element.type === 'plain_text_input') return wrongLength(element, given);
  if (element.type === 'number_input') return wrongNumber(element, given);
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(given)) {
    return 'Enter a valid email address.';
  }
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(given)) {
    return 'Enter a valid URL.';
  }
  return undefined;
}

function wrongLength(element: Fields, given: string): string | undefined {
  const most = typeof element.max_length === 'number' ? element.max_length : 3000;
  const least = typeof element.min_length === 'number' ? element.min_length : 0;
  if (given.length > most) return `Must be at most ${most} characters (${given.length} now).`;
  if (given.length < least) return `Must be at least ${least} characters.`;
  return undefined;
}

function wrongNumber(element: Fields, given: string): string | undefined {
  const value = Number(given);
  if (given.trim() === '' || Number.isNaN(value)) return 'Enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(value)) {
    return 'Enter a whole number.';
  }
  if (element.min_value !== undefined && value < Number(element.min_value)) {
    return `Must be at least ${element.min_value}.`;
  }
  if (element.max_value !== undefined && value > Number(element.max_value)) {
    return `Must be at most ${element.max_value}.`;
  }
  return undefined;
}
