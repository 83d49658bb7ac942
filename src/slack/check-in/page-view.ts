import type { InputBlock, ModalView } from '@slack/types';
import { type Answer, choiceLabel, emptyAnswer } from '../../domain/check-in-answers.js';
import { type CheckInPage, progress } from '../../domain/check-in-pages.js';
import type { RatingPoint } from '../../domain/framework.js';
import type { CheckIn } from '../../services/check-ins.js';
import {
  actions,
  button,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  option,
  plainText,
  section,
} from '../kit.js';
import { setManagerBlocks } from './about-you.js';
import { expectationBlocks } from './expectation-blocks.js';
import { actionIds, blockIds, callbackIds, choiceValues } from './ids.js';
import { writeMetadata } from './input.js';
import { modal, savedTextInput } from './modal.js';
import { whoSeesIt } from './words.js';

export interface PageViewInput {
  checkIn: CheckIn;
  /** From 0. */
  page: number;
  /** The person came from the last page and goes back there. */
  fromLastPage?: boolean | undefined;
}

/** The page of one competency. Throws an Error if there is no such page. */
export function pageView({ checkIn, page, fromLastPage }: PageViewInput): ModalView {
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
      choiceInput(shown, answer, checkIn.framework.scale),
      textInput(shown, answer),
      ...backButton(checkIn, page, fromLastPage),
    ],
  });
}

function introduction(checkIn: CheckIn): KnownBlock[] {
  const { cycle, role, managerUserId } = checkIn;
  const texts = [
    `*Your check-in for ${escapeMrkdwn(cycle.name)}*, due by ${dayText(cycle.dueOn)}.`,
    `Look back against what your role, ${escapeMrkdwn(role.title)}, asks: it prepares your conversation on growth. It takes about ten minutes. All is saved as you go, so you can leave at any time and go on later.`,
    whoSeesIt(managerUserId),
  ];
  return [section(texts.join('\n')), ...(managerUserId ? [] : setManagerBlocks())];
}

function choiceInput(
  { competency }: CheckInPage,
  { choice }: Answer,
  scale: readonly RatingPoint[],
): InputBlock {
  const options = [
    ...scale.map(({ key, label, meaning }) =>
      option(label, choiceValues.rating(key), meaning || undefined),
    ),
    option(
      choiceLabel({ kind: 'no_opportunity' }, scale) ?? '',
      choiceValues.noOpportunity,
      'Not a low rating: say below what was missing',
    ),
  ];
  const chosen =
    choice?.kind === 'rating' ? choiceValues.rating(choice.key) : choiceValues.noOpportunity;
  const initial = choice && options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: blockIds.choice(competency.key),
    label: plainText('How does this look for you this time?'),
    optional: true,
    dispatch_action: true,
    element: {
      type: 'radio_buttons',
      action_id: actionIds.choose,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

function textInput({ competency }: CheckInPage, { text }: Answer): InputBlock {
  return {
    type: 'input',
    block_id: blockIds.text(competency.key),
    label: plainText('What did you do, when, and what changed because of it?'),
    hint: plainText('A sentence or two is plenty.'),
    optional: true,
    dispatch_action: true,
    element: savedTextInput(actionIds.type, text),
  };
}

function backButton(checkIn: CheckIn, page: number, fromLastPage = false): KnownBlock[] {
  const target = fromLastPage ? checkIn.pages.length : page - 1;
  if (target < 0) return [];
  const text = fromLastPage ? 'Back to the last page' : 'Back';
  return [actions([button({ text, actionId: actionIds.go, value: `${target}` })])];
}
