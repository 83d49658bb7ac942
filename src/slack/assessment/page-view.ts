import type { ModalView } from '@slack/types';
import { emptyAnswer } from '../../domain/questionnaire/answers.js';
import { progress } from '../../domain/questionnaire/pages.js';
import type { Assessment } from '../../services/assessment/index.js';
import { blockIds } from '../check-in/ids.js';
import { choiceInput, textQuestion } from '../questionnaire/inputs.js';
import { displayName } from '../team/rows.js';
import { actions, button, dayText, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import { expectationBlocks } from '../ui/expectation-blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';
import { writeMetadata } from './input.js';

export interface PageViewInput {
  assessment: Assessment;
  /** From 0. */
  page: number;
  /** What the report kept for this page, and what the two agreed on. */
  aside: KnownBlock[];
  /** The manager came from the last page and goes back there. */
  fromLastPage?: boolean | undefined;
}

/** The page of one competency. Throws an Error if there is no such page. */
export function pageView({ assessment, page, aside, fromLastPage }: PageViewInput): ModalView {
  const shown = assessment.pages[page];
  if (!shown) throw new Error('there is no such page in this assessment');
  const { competency } = shown;
  const answer = assessment.answers.get(competency.key) ?? emptyAnswer;
  return modal({
    callbackId: callbackIds.page,
    title: `Your view · ${progress(page, assessment.pages)}`,
    submit: fromLastPage ? 'Save and go back' : 'Save and go on',
    metadata: writeMetadata({ assessmentId: assessment.id, page, fromLastPage }),
    blocks: [
      ...(page === 0 ? [introduction(assessment)] : []),
      ...expectationBlocks(shown, assessment.role),
      ...aside,
      choiceInput({
        competency,
        label: 'How does this look to you this time?',
        actionId: actionIds.choose,
        choice: answer.choice,
        scale: assessment.framework.scale,
      }),
      textQuestion({
        blockId: blockIds.text(competency.key),
        actionId: actionIds.type,
        label: 'What have you seen? What would the next step look like?',
        hint: 'They read this in the brief. An example helps more than a judgement.',
        text: answer.text,
      }),
      ...backButton(assessment, page, fromLastPage),
    ],
  });
}

function introduction({ report, cycle, role }: Assessment): KnownBlock {
  const name = displayName(report);
  const texts = [
    `*Your view of ${name} for ${escapeMrkdwn(cycle.name)}*, before conversations start on ${dayText(cycle.reviewOn)}.`,
    `Look at what the role asks: ${escapeMrkdwn(role.title)}. All is saved as you go, so you can leave at any time and go on later.`,
    `How ${name} sees it stays hidden from you until you have given your view, and yours from them. Then you both get the same brief.`,
  ];
  return section(texts.join('\n'));
}

function backButton({ pages }: Assessment, page: number, fromLastPage = false): KnownBlock[] {
  const target = fromLastPage ? pages.length : page - 1;
  if (target < 0) return [];
  const text = fromLastPage ? 'Back to the last page' : 'Back';
  return [actions([button({ text, actionId: actionIds.go, value: `${target}` })])];
}
