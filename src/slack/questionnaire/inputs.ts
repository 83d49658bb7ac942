import type { InputBlock, PlainTextOption } from '@slack/types';
import type { RatingPoint } from '../../domain/framework/framework.js';
import { type Answer, choiceLabel } from '../../domain/questionnaire/answers.js';
import { option, plainText, select } from '../ui/blocks.js';
import { savedField, textInput } from '../ui/form.js';
import { blockIds, choiceValues } from './block-ids.js';
import { longestAnswer } from './fields.js';

export interface ChoiceQuestion {
  competency: { key: string };
  label: string;
  /** Says what Slack's "(optional)" doesn't: a page can be left without it, and not be sent. */
  hint: string;
  actionId: string;
  choice: Answer['choice'];
  scale: readonly RatingPoint[];
}

/** The choice about a competency that has its page to itself, every option in sight. */
export function choiceInput(question: ChoiceQuestion): InputBlock {
  const { options, initial } = choiceOptions(question);
  return choiceField(question, {
    type: 'radio_buttons',
    action_id: question.actionId,
    options,
    ...(initial && { initial_option: initial }),
  });
}

/** The same as a menu, for one of several competencies on a page. */
export function choiceMenu(question: ChoiceQuestion): InputBlock {
  const { actionId } = question;
  const { options, initial } = choiceOptions(question);
  return choiceField(
    question,
    select({ actionId, placeholder: 'Choose one', options, chosen: initial?.value }),
  );
}

function choiceField(
  { competency, label, hint }: ChoiceQuestion,
  element: InputBlock['element'],
): InputBlock {
  return savedField({ blockId: blockIds.choice(competency.key), label, hint, element });
}

/** The scale's points and, apart from them, "No opportunity yet". */
function choiceOptions({ choice, scale }: Pick<ChoiceQuestion, 'choice' | 'scale'>): {
  options: PlainTextOption[];
  initial: PlainTextOption | undefined;
} {
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
  return { options, initial: choice && options.find(({ value }) => value === chosen) };
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

/** What stands at the text field of a sheet: "No opportunity yet" needs to say why. */
export function askedFor(
  choices: readonly Answer['choice'][],
  texts: { text: string; textHint: string },
): Asked {
  const lacks = choices.some((choice) => choice?.kind === 'no_opportunity');
  if (!lacks) return { label: texts.text, hint: texts.textHint };
  const why = 'Why was there no opportunity yet?';
  return {
    label: choices.length > 1 ? `${texts.text} ${why}` : why,
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
