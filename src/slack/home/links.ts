import type { Button } from '@slack/types';
import { button } from '../ui/blocks.js';

export { cycleText, myCheckInButtons } from './cycle-text.js';

export const overviewAction = 'role.overview';

/** Shows where I stand: my role, my next rung, the current cycle. */
export function overviewButton(text: string): Button {
  return button({ text, actionId: overviewAction });
}
