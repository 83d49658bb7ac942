import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Opens somebody's ratings over the cycles. */
export function openHistoryButton(personId: string, text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.open, value: personId, ...options });
}
