import type { InputBlock } from '@slack/types';
import type { RatingPoint } from '../../domain/framework/framework.js';
import { type Answer, choiceLabel } from '../../domain/questionnaire/answers.js';
import { option, plainText } from '../ui/blocks.js';
import { savedField, textInput } from '../ui/form.js';
import { blockIds, choiceValues } from './block-ids.js';
import { longestAnswer } from './fields.js';

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
  return savedField({
    blockId: blockIds.choice(competency.key),
    label,
    element: {
      type: 'radio_buttons',
      action_id: actionId,
      options,
      ...(initial && { initial_option: initial }),
    },
  });
}

/** What stands at a text field. */
interface Asked {
  label: string;
  hint?: string;
  /** Whether it has to be filled; it needn't, if left out. */
  required?: boolean;
}

export interface TextQuestion extends Asked {
  blockId: string;
  actionId: string;
  text: string;
}

/** What stands at the text field of a page: "No opportunity yet" needs to say why. */
export function askedFor(
  choice: Answer['choice'],
  texts: { text: string; textHint: string },
): Asked {
  if (choice?.kind !== 'no_opportunity') return { label: texts.text, hint: texts.textHint };
  return {
    label: 'Why was there no opportunity yet?',
    hint: 'A few words on what was missing, so that you two can change it.',
    required: true,
  };
}

/** A longer text; Slack sends every character, so that nothing gets lost. */
export function textQuestion({ actionId, text, ...question }: TextQuestion): InputBlock {
  const element = {
    ...textInput(actionId, text, { multiline: true, longest: longestAnswer }),
    dispatch_action_config: { trigger_actions_on: ['on_character_entered' as const] },
  };
  return savedField({ ...question, element });
}

/** The same field with something else standing at it; what is typed in it stays. */
export function relabelled(
  input: InputBlock,
  { label, hint, required = false }: Asked,
): InputBlock {
  const { hint: _, ...field } = input;
  return {
    ...field,
    label: plainText(label),
    optional: !required,
    ...(hint && { hint: plainText(hint) }),
  };
}
