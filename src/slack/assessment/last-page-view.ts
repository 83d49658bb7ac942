import type { ModalView } from '@slack/types';
import { openPages } from '../../domain/questionnaire/answers.js';
import type { Assessment } from '../../services/assessment/index.js';
import { textQuestion } from '../questionnaire/inputs.js';
import { summaryBlocks, type Way } from '../questionnaire/summary-blocks.js';
import { displayName } from '../team/rows.js';
import { context, count, divider, header, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds, summaryBlockId } from './ids.js';
import { writeMetadata } from './input.js';

/** The last page: what is still open, a few words on all of it, all answers, Give my view. */
export function lastPageView(assessment: Assessment): ModalView {
  const { id, pages, answers, framework, report, summary } = assessment;
  const open = openPages(pages, answers, framework.scale);
  const answered = pages.map((_, page) => page).filter((page) => !open.includes(page));
  const way = (press: Way['press']) => ({ press, actionId: actionIds.go });
  return modal({
    callbackId: callbackIds.lastPage,
    title: 'Your view · last page',
    submit: 'Give my view',
    metadata: writeMetadata({ assessmentId: id, page: pages.length }),
    blocks: [
      section(openWords(open.length, pages.length)),
      ...summaryBlocks(assessment, open, way('Answer')),
      textQuestion({
        blockId: summaryBlockId,
        actionId: actionIds.summary,
        label: 'What do you want to say about all of it?',
        hint: 'What went well, and what you would like to talk about.',
        text: summary.summary,
      }),
      ...(answered.length > 0 ? [divider(), header('Your view so far')] : []),
      ...summaryBlocks(assessment, answered, way('Change')),
      context(
        `Only you see this until you give it. Then it stays as it is, and ${displayName(report)} reads it in the brief beside their own.`,
      ),
    ],
  });
}

function openWords(open: number, all: number): string {
  if (open === 0)
    return `All ${count(all, 'competency', 'competencies')} answered. Press Give my view when it feels right.`;
  return `*${open} of ${all} still open.* Answer ${open === 1 ? 'it' : 'them'} before you give your view.`;
}
