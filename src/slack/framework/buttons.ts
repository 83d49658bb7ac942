import type { Button } from '@slack/types';
import { button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Opens what has changed in the reader's role since a version. */
export function openChangeButton(since: string, text: string): Button {
  return button({ text, actionId: actionIds.open, value: since, style: 'primary' });
}
