import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';

export const openCheckInAction = 'check_in.open';

/** Opens my check-in: in a window of its own, or in place of the one in which it is pressed. */
export function openCheckInButton(text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: openCheckInAction, ...options });
}
