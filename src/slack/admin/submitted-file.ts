import { z } from 'zod';
import { readSlackValue, slackValues } from '../ui/slack-values.js';

/** Returns the id of the one file in a file input of a sent form, whose block and action share a name. */
export function submittedFile(field: string, view: unknown): string {
  const { files } = readSlackValue(inputSchema(field), view).state.values[field]?.[field] ?? {};
  return files?.[0]?.id ?? '';
}

function inputSchema(field: string) {
  const files = z.array(z.object({ id: slackValues.fileId })).length(1);
  const input = z.object({ [field]: z.object({ files }) });
  return z.object({ state: z.object({ values: z.object({ [field]: input }) }) });
}
