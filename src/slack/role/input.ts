import { z } from 'zod';
import { typedText } from '../form.js';
import { searchField } from './pages/search-view.js';

const pressed = z.object({ value: z.string() });
const chosen = z.object({ selected_option: z.object({ value: z.string() }) });

/** The value of a pressed button; throws a ZodError for any other action. */
export function pressedValue(action: unknown): string {
  return pressed.parse(action).value;
}

/** The value that was chosen in a picker; throws a ZodError for any other action. */
export function chosenValue(action: unknown): string {
  return chosen.parse(action).selected_option.value;
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

/** What stands in the field of the search window; throws a ZodError for any other view. */
export function searchedWords(view: unknown): string {
  const { values } = searchState.parse(view).state;
  return values[searchField.block]?.[searchField.action]?.value?.trim() ?? '';
}
