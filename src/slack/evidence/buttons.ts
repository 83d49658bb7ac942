import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Shows all that I kept: in a window of its own, or over the one it is pressed in. */
export function openEvidenceButton(text = 'My evidence', options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.open, ...options });
}
