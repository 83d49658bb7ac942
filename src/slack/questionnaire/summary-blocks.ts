import {
  choiceLabel,
  emptyAnswer,
  gapOf,
  wholeSentences,
} from '../../domain/questionnaire/answers.js';
import { button, count, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import type { Questionnaire } from './definition.js';

/** The most characters of a note in the summary; 40 of them fit into a view. */
const noteCharacters = 300;

/** The button beside each answer; its value is the page, from 0. */
export interface Way {
  press: 'Answer' | 'Change';
  actionId: string;
}

/** One section for each of these pages: the choice and the note, with a button that leads there. */
export function summaryBlocks(
  questionnaire: Questionnaire,
  pages: readonly number[],
  way?: Way,
): KnownBlock[] {
  return pages.flatMap((page) => {
    const { competency } = questionnaire.pages[page] ?? {};
    if (!competency) return [];
    const text = summaryText(questionnaire, competency.key, competency.name);
    if (!way) return [section(text)];
    const { press, actionId } = way;
    const accessory = button({
      text: press,
      actionId,
      value: `${page}`,
      label: spoken(press, competency.name),
    });
    return [section(text, { accessory })];
  });
}

function summaryText({ answers, framework }: Questionnaire, key: string, name: string): string {
  const answer = answers.get(key) ?? emptyAnswer;
  const label = choiceLabel(answer.choice, framework.scale) ?? 'not answered yet';
  const why = gapOf(answer, framework.scale) === 'why' ? ' · say what was missing' : '';
  return `*${escapeMrkdwn(name)}*\n${escapeMrkdwn(label)}${why}\n${noteWords(answer.text)}`;
}

function noteWords(text: string): string {
  const length = text.trim().length;
  if (length === 0) return '_no notes yet_';
  const shown = wholeSentences(text, noteCharacters);
  if (shown.length === length) return escapeMrkdwn(shown);
  const rest = `_${count(length, 'character')} in all_`;
  return shown ? `${escapeMrkdwn(shown)} ${rest}` : `_A note of ${count(length, 'character')}_`;
}

/** Returns the label for screen readers; at most 75 characters, so a long name is alone. */
function spoken(press: string, name: string): string {
  const label = `${press}: ${name}`;
  return label.length <= 75 ? label : name;
}
