import { z } from 'zod';
import { cut } from '../../domain/text/text.js';
import { typedText } from '../ui/form.js';
import { readSlackValue } from '../ui/slack-values.js';
import { mostSearched, searchField } from './pages/search-view.js';

const searchState = z.object({
  state: z.object({
    values: z.object({
      [searchField.block]: z.object({
        [searchField.action]: z.object({ value: typedText.nullish() }),
      }),
    }),
  }),
});

/** Reads the field of the search modal. Throws UnreadableError for any other view. */
export function searchedWords(view: unknown): string {
  const { values } = readSlackValue(searchState, view).state;
  const words = values[searchField.block]?.[searchField.action]?.value ?? '';
  return cut(words.trim(), mostSearched);
}
