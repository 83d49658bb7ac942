import { z } from 'zod';
import { cut } from '../../domain/text/text.js';
import { typedText } from '../ui/form.js';
import { given, readGiven } from '../ui/given.js';
import { mostSearched, searchField } from './pages/search-view.js';

const pressed = z.object({ value: given.value });
const chosen = z.object({ selected_option: z.object({ value: given.value }) });

/** The value of a pressed button; throws UnreadableError for any other action. */
export function pressedValue(action: unknown): string {
  return readGiven(pressed, action).value;
}

/** The value that was chosen in a picker; throws UnreadableError for any other action. */
export function chosenValue(action: unknown): string {
  return readGiven(chosen, action).selected_option.value;
}

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
