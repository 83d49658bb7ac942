import type { Button } from '@slack/types';
import { type ButtonLook, button } from '../ui/blocks.js';

export const openAssessmentAction = 'assessment.open';

/** Opens the pages of a manager's view of a report. */
export function openAssessmentButton(personId: string, text: string, look?: ButtonLook): Button {
  return button({ text, actionId: openAssessmentAction, value: personId, ...look });
}
