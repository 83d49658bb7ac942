import type { Button } from '@slack/types';
import { button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Opens who sees what I write, who has read it, and what is kept about me. */
export function privacyButton(text = 'Who sees what'): Button {
  return button({ text, actionId: actionIds.open });
}
