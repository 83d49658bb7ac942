import type { InputBlock, ModalView } from '@slack/types';
import { openPages } from '../../domain/questionnaire/answers.js';
import { nextSteps } from '../../domain/questionnaire/pages.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { keptHintBlocks } from '../evidence/kept-hints.js';
import { textQuestion } from '../questionnaire/inputs.js';
import { summaryBlocks } from '../questionnaire/summary-blocks.js';
import {
  context,
  count,
  divider,
  header,
  option,
  plainText,
  section,
  select,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, blockIds, callbackIds } from './ids.js';
import { writeMetadata } from './input.js';
import { newRoleBlocks } from './new-role.js';
import { whoSeesIt } from './words.js';

/** The last page: what is still open, three questions, all answers, Send. */
export function lastPageView(checkIn: CheckIn): ModalView {
  const { pages, answers, framework, lastPage } = checkIn;
  const open = openPages(pages, answers, framework.scale);
  const answered = pages.map((_, page) => page).filter((page) => !open.includes(page));
  return modal({
    callbackId: callbackIds.lastPage,
    title: 'Check-in · last page',
    submit: 'Send',
    metadata: writeMetadata({ checkInId: checkIn.id, page: pages.length }),
    blocks: [
      ...newRoleBlocks(checkIn),
      section(openWords(open.length, pages.length)),
      ...summaryBlocks(checkIn, open, { press: 'Answer', actionId: actionIds.go }),
      ...keptHintBlocks(checkIn),
      textQuestion({
        blockId: blockIds.proudOf,
        actionId: actionIds.proudOf,
        label: 'What are you proud of?',
        text: lastPage.proudOf,
      }),
      nextQuestion(checkIn),
      textQuestion({
        blockId: blockIds.needs,
        actionId: actionIds.needs,
        label: 'What do you need from your manager?',
        text: lastPage.needs,
      }),
      ...(answered.length > 0 ? [divider(), header('Your answers so far')] : []),
      ...summaryBlocks(checkIn, answered, { press: 'Change', actionId: actionIds.go }),
      context(whoSeesIt(checkIn.managerUserId)),
    ],
  });
}

function openWords(open: number, all: number): string {
  if (open === 0)
    return `All ${count(all, 'competency', 'competencies')} answered. Press Send when it feels right.`;
  return `*${open} of ${all} still open.* Answer ${open === 1 ? 'it' : 'them'} before you send.`;
}

function nextQuestion({ framework, role, lastPage }: CheckIn): InputBlock {
  return {
    type: 'input',
    block_id: blockIds.next,
    label: plainText('What do you want next?'),
    optional: true,
    dispatch_action: true,
    element: select({
      actionId: actionIds.next,
      placeholder: 'Choose one',
      options: nextSteps(framework, role).map(({ key, label }) => option(label, key)),
      chosen: lastPage.next,
    }),
  };
}
