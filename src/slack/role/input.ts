import { z } from 'zod';
import { cut } from '../../domain/text/text.js';
import { typedText } from '../ui/form.js';
import { readGiven } from '../ui/given.js';
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

/** What stands in the field of the search window; throws UnreadableError for any other view. */
export function searchedWords(view: unknown): string {
  const { values } = readGiven(searchState, view).state;
  const words = values[searchField.block]?.[searchField.action]?.value ?? '';
  return cut(words.trim(), mostSearched);
}
