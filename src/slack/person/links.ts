import type { Button } from '@slack/types';
import { type ButtonLook, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

export { aboutYouModal } from './about-you.js';
export { chooseManagerButton, managerLeftBlocks, managerLeftText } from './manager-left.js';

/** Opens the form in which I set my role and my manager. */
export function aboutYouButton(text: string, look?: ButtonLook): Button {
  return button({ text, actionId: actionIds.open, ...look });
}
