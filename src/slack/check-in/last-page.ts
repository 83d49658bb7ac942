import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { goingAlong } from '../../domain/evidence/evidence.js';
import type { LastPage } from '../../domain/questionnaire/answers.js';
import { nextSteps } from '../../domain/questionnaire/pages.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { keptHintBlocks } from '../evidence/links.js';
import { managerLeftBlocks } from '../person/links.js';
import type { Field } from '../questionnaire/fields.js';
import { textQuestion } from '../questionnaire/inputs.js';
import { option, select } from '../ui/blocks.js';
import { savedField } from '../ui/form.js';
import { readSlackValue } from '../ui/slack-values.js';
import { keptQuestion, keptText } from './kept.js';
import { newRoleBlocks } from './new-role.js';
import { whoSeesIt } from './page-parts.js';

export const lastPageActions = {
  proudOf: 'check_in.proud_of',
  next: 'check_in.next',
  needs: 'check_in.needs',
  kept: 'check_in.kept',
} as const;

const blockIds = {
  proudOf: 'last_page:proud_of',
  next: 'last_page:next',
  needs: 'last_page:needs',
  kept: 'last_page:kept',
} as const;

/** The last page's own: what was kept for none of the pages, three questions, who sees it. */
export function lastPageParts(checkIn: CheckIn) {
  const { lastPage, managerWhoLeftUserId } = checkIn;
  return {
    head: [...newRoleBlocks(checkIn), ...managerLeftBlocks(managerWhoLeftUserId)],
    questions: [
      ...keptHintBlocks(checkIn),
      textQuestion({
        blockId: blockIds.proudOf,
        actionId: lastPageActions.proudOf,
        label: 'What are you proud of?',
        text: lastPage.proudOf,
      }),
      nextQuestion(checkIn),
      textQuestion({
        blockId: blockIds.needs,
        actionId: lastPageActions.needs,
        label: 'What do you need from your manager?',
        text: lastPage.needs,
      }),
      ...keptQuestion(checkIn, { blockId: blockIds.kept, actionId: lastPageActions.kept }),
    ],
    whoSeesIt: managerWhoLeftUserId
      ? 'When you send it, nobody but you sees it for now.'
      : `${whoSeesIt(checkIn)}${keptText(checkIn)}`,
  };
}

/** Returns the changes on the last page. */
export function readLastPage(fields: ReadonlyMap<string, Field>) {
  const changes: Partial<Omit<LastPage, 'editedAt'>> = {};
  for (const name of ['proudOf', 'next', 'needs'] as const) {
    const field = fields.get(blockIds[name]);
    if (field?.changed) changes[name] = field.value;
  }
  const kept = fields.get(blockIds.kept);
  if (kept?.changed) changes.keptGoingAlong = readSlackValue(z.enum(goingAlong), kept.value);
  return changes;
}

function nextQuestion({ framework, role, lastPage }: CheckIn): InputBlock {
  return savedField({
    blockId: blockIds.next,
    label: 'What do you want next?',
    element: select({
      actionId: lastPageActions.next,
      placeholder: 'Choose one',
      options: nextSteps(framework, role).map(({ key, label }) => option(label, key)),
      chosen: lastPage.next,
    }),
  });
}
