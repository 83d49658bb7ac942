import { isBlank } from '../../domain/text/text.js';
import type { Assessment } from '../../services/assessment/index.js';
import { openBriefButton } from '../brief/links.js';
import {
  actions,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  paragraph,
  section,
} from '../ui/blocks.js';
import { displayName } from '../ui/text.js';

/** Returns the parts of a submitted assessment: what comes next, and the text of its last page. */
export function submittedParts(assessment: Assessment, already: boolean) {
  const { summary } = assessment.summary;
  return {
    next: nextBlocks(assessment, already),
    lastPage: !isBlank(summary) ? [section('*About all of it*'), paragraph(summary)] : [],
  };
}

function nextBlocks({ report, cycle, checkIn }: Assessment, already: boolean): KnownBlock[] {
  const name = displayName(report);
  const isIn = `Your view of ${name} for ${escapeMrkdwn(cycle.name)} is ${already ? 'already ' : ''}in`;
  if (checkIn.state !== 'revealed') {
    return [
      section(
        `*${isIn}.* ${name} has taken their check-in back to change something. When it is sent again, you both get the brief.`,
      ),
    ];
  }
  return [
    section(
      `*${isIn}, and so is theirs.* The brief sets both side by side. Conversations start on ${dayText(cycle.reviewOn)}.`,
    ),
    actions([openBriefButton(checkIn.id, 'Open the brief', { style: 'primary' })]),
  ];
}
