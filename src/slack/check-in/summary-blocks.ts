import { choiceLabel, emptyAnswer, gapOf, wholeSentences } from '../../domain/check-in-answers.js';
import type { CheckIn } from '../../services/check-ins.js';
import { button, count, escapeMrkdwn, type KnownBlock, section } from '../kit.js';
import { actionIds } from './ids.js';

/** So many characters of a note stand in the summary; 40 of them leave room in a view. */
const noteCharacters = 300;

/** One section for each of these pages: the choice and the note, with a button that leads there. */
export function summaryBlocks(
  checkIn: CheckIn,
  pages: readonly number[],
  press?: 'Answer' | 'Change',
): KnownBlock[] {
  return pages.flatMap((page) => {
    const { competency } = checkIn.pages[page] ?? {};
    if (!competency) return [];
    const text = summaryText(checkIn, competency.key, competency.name);
    if (!press) return [section(text)];
    const accessory = button({
      text: press,
      actionId: actionIds.go,
      value: `${page}`,
      label: spoken(press, competency.name),
    });
    return [section(text, { accessory })];
  });
}

function summaryText({ answers, framework }: CheckIn, key: string, name: string): string {
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

/** What a screen reader says; at most 75 characters, so a long name stands alone. */
function spoken(press: string, name: string): string {
  const label = `${press}: ${name}`;
  return label.length <= 75 ? label : name;
}
