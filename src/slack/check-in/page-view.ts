import type { ModalView } from '@slack/types';
import { emptyAnswer } from '../../domain/questionnaire/answers.js';
import { progress } from '../../domain/questionnaire/pages.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { lastTimeBlocks } from '../action-item/last-time.js';
import { keptBlocks } from '../evidence/kept-blocks.js';
import { choiceInput, textQuestion } from '../questionnaire/inputs.js';
import { actions, button, dayText, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import { expectationBlocks } from '../ui/expectation-blocks.js';
import { modal } from '../ui/modal.js';
import { setManagerBlocks } from './about-you.js';
import { actionIds, blockIds, callbackIds } from './ids.js';
import { writeMetadata } from './input.js';
import { newRoleBlocks } from './new-role.js';
import { whoSeesIt } from './words.js';

export interface PageViewInput {
  checkIn: CheckIn;
  /** From 0. */
  page: number;
  /** The person came from the last page and goes back there. */
  fromLastPage?: boolean | undefined;
  /** As of when the text field is drawn, if other words than were typed are to stand in it. */
  drawnAt?: Date | undefined;
}

/** The page of one competency. Throws an Error if there is no such page. */
export function pageView({ checkIn, page, fromLastPage, drawnAt }: PageViewInput): ModalView {
  const shown = checkIn.pages[page];
  if (!shown) throw new Error('there is no such page in this check-in');
  const answer = checkIn.answers.get(shown.competency.key) ?? emptyAnswer;
  return modal({
    callbackId: callbackIds.page,
    title: `Check-in · ${progress(page, checkIn.pages)}`,
    submit: fromLastPage ? 'Save and go back' : 'Save and go on',
    metadata: writeMetadata({ checkInId: checkIn.id, page, fromLastPage }),
    blocks: [
      ...(page === 0 ? introduction(checkIn) : []),
      ...expectationBlocks(shown, checkIn.role),
      ...keptBlocks(checkIn.kept.byCompetency.get(shown.competency.key) ?? [], { usable: true }),
      choiceInput({
        competency: shown.competency,
        label: 'How does this look for you this time?',
        actionId: actionIds.choose,
        choice: answer.choice,
        scale: checkIn.framework.scale,
      }),
      textQuestion({
        blockId: blockIds.text(shown.competency.key, drawnAt),
        actionId: actionIds.type,
        label: 'What did you do, when, and what changed because of it?',
        hint: 'A sentence or two is plenty.',
        text: answer.text,
      }),
      ...backButton(checkIn, page, fromLastPage),
    ],
  });
}

/** Leaves room for what the role asks and for the inputs. */
const mostActions = 8;

function introduction(checkIn: CheckIn): KnownBlock[] {
  const { cycle, role, managerUserId, agreed } = checkIn;
  const { competencies } = checkIn.framework;
  const texts = [
    `*Your check-in for ${escapeMrkdwn(cycle.name)}*, due by ${dayText(cycle.dueOn)}.`,
    `Look back against what your role, ${escapeMrkdwn(role.title)}, asks: it prepares your conversation on growth. It takes about ten minutes. All is saved as you go, so you can leave at any time and go on later.`,
    whoSeesIt(managerUserId),
  ];
  return [
    section(texts.join('\n')),
    ...newRoleBlocks(checkIn),
    ...(managerUserId ? [] : setManagerBlocks()),
    ...lastTimeBlocks(agreed, { competencies, most: mostActions }),
  ];
}

function backButton(checkIn: CheckIn, page: number, fromLastPage = false): KnownBlock[] {
  const target = fromLastPage ? checkIn.pages.length : page - 1;
  if (target < 0) return [];
  const text = fromLastPage ? 'Back to the last page' : 'Back';
  return [actions([button({ text, actionId: actionIds.go, value: `${target}` })])];
}
