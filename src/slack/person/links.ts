import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds } from './ids.js';

export { aboutYouModal, askAdminsModal } from './about-you.js';
export { chooseManagerButton, managerLeftBlocks, managerLeftText } from './manager-left.js';
export { placeInputs, readPlace } from './place-form.js';
export { waitingBlocks } from './waiting.js';

/** Opens the form in which a manager says who reports to them. */
export function claimButton(): Button {
  return button({ text: 'Add reports', actionId: actionIds.claim });
}

/** Opens the form in which a manager sets a report's role. */
export function reportRoleButton(reportId: string, text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.reportRole, value: reportId, ...options });
}

/** Opens the form in which I set my role and my manager. */
export function aboutYouButton(text: string, options?: ButtonOptions): Button {
  return button({ text, actionId: actionIds.open, ...options });
}
