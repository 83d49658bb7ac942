import type { RichTextBlock } from '@slack/types';
import { z } from 'zod';
import { choiceLabel, gapOf, textOf } from '../../domain/questionnaire/answers.js';
import type { CheckInPage } from '../../domain/questionnaire/pages.js';
import type { Sheet } from '../../domain/questionnaire/sheets.js';
import { excerpt } from '../../domain/text/excerpt.js';
import { actions, button, type KnownBlock } from '../ui/blocks.js';
import { slackValues } from '../ui/slack-values.js';
import type { Definition, Questionnaire, Types } from './definition.js';

/** The most characters of a note in the summary; 40 of them fit into a view. */
const noteCharacters = 300;

/** The answer on a page of a questionnaire, as the value of a button. */
export const answerValue = {
  write: ({ id, page }: AnswerId) => `${id}.${page}`,
  schema: z
    .string()
    .transform((value) => value.split('.'))
    .pipe(z.tuple([slackValues.id, slackValues.page]))
    .transform(([id, page]): AnswerId => ({ id, page })),
};

export interface AnswerId {
  /** The questionnaire's id. */
  id: string;
  page: number;
}

export interface SummaryOptions {
  actionIds: Pick<Definition<Types>['actionIds'], 'go' | 'readAll'>;
  /** The button that leads to the page of an answer; none where answers no longer change. */
  press?: 'Answer' | 'Change';
}

/**
 * Returns the choices and the note of each of these sheets, as they were written: no character of
 * them formats anything. Below each is the button that leads there, and for a note that is cut
 * "Read all".
 */
export function summaryBlocks(
  questionnaire: Questionnaire,
  sheets: readonly Sheet[],
  { actionIds, press }: SummaryOptions,
): KnownBlock[] {
  return sheets.flatMap((sheet) => {
    const { name, first: page } = sheet;
    const text = textOf(sheet, questionnaire.answers);
    const note = excerpt(text, noteCharacters);
    const to = (press: string, actionId: string, value: string) =>
      button({ text: press, actionId, value, label: spoken(press, name) });
    const answerId = answerValue.write({ id: questionnaire.id, page });
    const buttons = [
      ...(press ? [to(press, actionIds.go, `${page}`)] : []),
      ...(note !== text ? [to('Read all', actionIds.readAll, answerId)] : []),
    ];
    const answer = answerBlock(name, choicesText(questionnaire, sheet), note);
    return buttons.length > 0 ? [answer, actions(buttons)] : [answer];
  });
}

/** The choices made on a sheet, in words: a line a competency where there are several. */
export function choicesText(questionnaire: Questionnaire, sheet: Sheet): string {
  const text = textOf(sheet, questionnaire.answers);
  const lines = sheet.pages.map((page) => {
    const choice = choiceText(questionnaire, page, text);
    return sheet.pages.length > 1 ? `${page.competency.name}: ${choice}` : choice;
  });
  return lines.join('\n');
}

function choiceText(
  { answers, framework }: Questionnaire,
  { competency, scale = framework.scale }: CheckInPage,
  text: string,
): string {
  const choice = answers.get(competency.key)?.choice;
  const label = choiceLabel(choice, scale) ?? 'not answered yet';
  return gapOf({ choice, text }, scale) === 'why' ? `${label} · say what was missing` : label;
}

function answerBlock(name: string, choice: string, note: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: name, style: { bold: true } },
          { type: 'text', text: `\n${choice}\n` },
          note
            ? { type: 'text', text: note }
            : { type: 'text', text: 'no notes yet', style: { italic: true } },
        ],
      },
    ],
  };
}

/** Returns the label for screen readers; at most 75 characters, so a long name is alone. */
function spoken(press: string, name: string): string {
  const label = `${press}: ${name}`;
  return label.length <= 75 ? label : name;
}
