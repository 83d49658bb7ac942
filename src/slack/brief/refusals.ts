import type { BriefRefusal } from '../../services/brief/index.js';
import { openAssessmentButton } from '../assessment/links.js';
import { actions, type KnownBlock, section } from '../ui/blocks.js';

/** Why there is no brief for this person now, and what they can do. */
export function briefRefusalBlocks(
  refused: BriefRefusal,
  reportId: string | undefined,
): KnownBlock[] {
  const first =
    refused === 'assessment_first' && reportId
      ? [openAssessmentButton(reportId, 'Give my view', { style: 'primary' })]
      : [];
  return [section(words[refused]), ...(first.length > 0 ? [actions(first)] : [])];
}

const words: Record<BriefRefusal, string> = {
  no_access:
    "*This brief isn't open to you.* A brief is for the one whose check-in it is and for the manager who gave their view in it, for as long as they are their manager.",
  not_revealed:
    '*This brief is not there yet.* It opens once both sides are in: the check-in and the manager’s view of it.',
  assessment_first:
    '*Your own view comes first.* Until it is in, nothing that they said about themselves is shown to you, this time or earlier, so that your view stays your own.',
};
