import type { Button } from '@slack/types';
import { button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

/** Shows my team: privately under a message, in a window from Home. */
export function openTeamButton(text = 'My team'): Button {
  return button({ text, actionId: actionIds.open });
}
