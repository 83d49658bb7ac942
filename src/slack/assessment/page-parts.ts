import type { Assessment } from '../../services/assessment/index.js';
import type { SlackContext } from '../bolt/context.js';
import { dayText, escapeMrkdwn, section } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';
import { asideBlocks } from './aside.js';

/**
 * Returns the blocks on a page of an assessment: the report's evidence, agreements, and an
 * introduction.
 */
export async function pageParts(slack: SlackContext, assessment: Assessment, page: number) {
  return {
    introduction: [section(introduction(assessment))],
    aside: await asideBlocks(slack, assessment, page),
  };
}

function introduction({ report, cycle, role }: Assessment): string {
  const name = displayName(report);
  return [
    `*Your view of ${name} for ${escapeMrkdwn(cycle.name)}*, before conversations start on ${dayText(cycle.reviewOn)}.`,
    `Look at what the role asks: ${escapeMrkdwn(role.title)}. All is saved as you go, so you can leave at any time and go on later.`,
    `How ${name} sees it stays hidden from you until you have given your view, and yours from them. Then you both get the same brief.`,
  ].join('\n');
}
