import type { z } from 'zod';
import { readSlackJson, readSlackValue, slackValues } from './slack-values.js';

/** What a window carries from its opening to its submission. Ids only: others can read it. */
export interface Metadata<Value> {
  /** Returns a view's `private_metadata`. */
  write(value: Value): string;
  /** Returns what a view carries. Throws UnreadableError for a view that isn't ours. */
  read(view: { private_metadata: string } | undefined): Value;
}

/** The metadata of a kind of window, as JSON. `none`: what a window without any carries, if it may. */
export function metadata<S extends z.ZodType>(
  schema: S,
  without?: { none: z.output<S> },
): Metadata<z.output<S>> {
  return {
    write: (value) => JSON.stringify(value),
    read: (view) =>
      without && view?.private_metadata === ''
        ? without.none
        : readSlackJson(schema, view?.private_metadata),
  };
}

/** The metadata of a window that carries one of our rows' ids and nothing else, as the id itself. */
export const idMetadata: Metadata<string> = {
  write: (id) => id,
  read: (view) => readSlackValue(slackValues.id, view?.private_metadata),
};
