import type { Assessment } from '../../services/assessment/index.js';
import type { Field } from '../questionnaire/fields.js';
import { textQuestion } from '../questionnaire/inputs.js';
import { displayName } from '../ui/text.js';
import { headingOf } from './heading.js';

export const summaryAction = 'assessment.summary';
const summaryBlockId = 'last_page:summary';

/** The last page's own: a few words on all of it, and who sees it. */
export function lastPageParts({ report, cycle, summary }: Assessment) {
  const question = textQuestion({
    blockId: summaryBlockId,
    actionId: summaryAction,
    label: 'What do you want to say about all of it?',
    hint: 'What went well, and what you would like to talk about.',
    text: summary.summary,
  });
  return {
    head: [headingOf(report, cycle.name)],
    questions: [question],
    whoSeesIt: `Only you see this until you give it. Then it stays as it is, and ${displayName(report)} reads it in the brief beside their own.`,
  };
}

/** Returns the changes on the last page. */
export function readLastPage(fields: ReadonlyMap<string, Field>) {
  const field = fields.get(summaryBlockId);
  return field?.changed ? { summary: field.value } : {};
}
