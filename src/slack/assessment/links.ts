import type { Button } from '@slack/types';
import { type ButtonOptions, button } from '../ui/blocks.js';

export const openAssessmentAction = 'assessment.open';

/** Opens the pages of a manager's view of a report. */
export function openAssessmentButton(
  personId: string,
  text: string,
  options?: ButtonOptions,
): Button {
  return button({ text, actionId: openAssessmentAction, value: personId, ...options });
}
