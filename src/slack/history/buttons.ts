import type { Button } from '@slack/types';
import { type ButtonLook, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Opens somebody's ratings over the cycles. */
export function openHistoryButton(personId: string, text: string, look?: ButtonLook): Button {
  return button({ text, actionId: actionIds.open, value: personId, ...look });
}
