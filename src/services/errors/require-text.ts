import { isBlank } from '../../domain/text/text.js';
import { FieldError } from './field-error.js';

/** Throws FieldError for a text of more than `longest` characters and, with the sentence `missing`, for a blank one. */
export function requireText(
  field: string,
  text: string,
  { longest, missing }: { longest: number; missing?: string },
): void {
  if (missing !== undefined && isBlank(text)) throw new FieldError(field, missing);
  if (text.length <= longest) return;
  throw new FieldError(field, `Keep it to ${longest} characters; it has ${text.length} now.`);
}
