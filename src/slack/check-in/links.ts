import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';

/** Opens a check-in that closed before it was sent: the one with this id, else the latest. */
export const unsentAction = 'check_in.unsent';

export function unsentButton(text: string, id?: string): Button {
  return button({ text, actionId: unsentAction, value: id });
}

export const addNoteAction = 'check_in.add_note';

/** Adds a note to my check-in of this id, which doesn't change any more. */
export function addNoteButton(checkInId: string): Button {
  return button({ text: 'Add a note', actionId: addNoteAction, value: checkInId });
}

export const openCheckInAction = 'check_in.open';

/** Opens my check-in: in a window of its own, or in place of the one in which it is pressed. */
export function openCheckInButton(text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: openCheckInAction, ...options });
}
