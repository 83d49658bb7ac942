import type { InputBlock } from '@slack/types';
import type { RatingPoint } from '../../domain/framework/framework.js';
import { type Answer, choiceLabel } from '../../domain/questionnaire/answers.js';
import { option, plainText } from '../ui/blocks.js';
import { savedTextInput } from '../ui/modal.js';
import { blockIds, choiceValues } from './block-ids.js';

export interface ChoiceQuestion {
  competency: { key: string };
  label: string;
  actionId: string;
  choice: Answer['choice'];
  scale: readonly RatingPoint[];
}

/** The one choice of a page: the scale's points and, apart from them, "No opportunity yet". */
export function choiceInput(question: ChoiceQuestion): InputBlock {
  const { competency, label, actionId, choice, scale } = question;
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
    label: plainText(label),
    optional: true,
    dispatch_action: true,
    element: {
      type: 'radio_buttons',
      action_id: actionId,
      options,
      ...(initial && { initial_option: initial }),
    },
  };
}

export interface TextQuestion {
  blockId: string;
  actionId: string;
  label: string;
  hint?: string;
  text: string;
}

/** A longer text that is saved while it is typed, and never asked for. */
export function textQuestion({ blockId, actionId, label, hint, text }: TextQuestion): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plainText(label),
    ...(hint && { hint: plainText(hint) }),
    optional: true,
    dispatch_action: true,
    element: savedTextInput(actionId, text),
  };
}
