import type { KnownBlock, ModalView } from '@slack/types';
import { emptyAnswer } from '../../domain/questionnaire/answers.js';
import { progress, type Sheet, sheetAt } from '../../domain/questionnaire/sheets.js';
import type { SlackContext } from '../bolt/context.js';
import { actions, button } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { blockIds } from './block-ids.js';
import type { Definition, Questionnaire, Types } from './definition.js';
import { askedFor, choiceInput, choiceMenu, textQuestion } from './inputs.js';
import { lastPageView } from './last-page-view.js';
import { writeMetadata } from './metadata.js';

export interface DraftOptions {
  /** The author came from the last page and goes back there. */
  fromLastPage?: boolean | undefined;
  /** A new time makes a new text field, in order to change its text. */
  drawnAt?: Date;
}

/** Returns a draft at its current page. */
export async function draftView<T extends Types>(
  definition: Definition<T>,
  slack: SlackContext,
  questionnaire: T['questionnaire'],
  options: DraftOptions = {},
): Promise<ModalView> {
  const { page, pages } = questionnaire;
  const sheet = sheetAt(pages, page);
  if (!sheet) return lastPageView(definition, questionnaire);
  const { introduction, aside } = await definition.page(slack, questionnaire, sheet);
  const blocks = [
    ...(sheet.first === 0 ? introduction : []),
    definition.heading(questionnaire, sheet.name),
    ...(sheet.pages.length > 1
      ? [...menus(definition, questionnaire, sheet), ...aside]
      : [...aloneOn(definition, questionnaire, sheet, aside)]),
    textInput(definition, questionnaire, sheet, options.drawnAt),
    ...backButton(definition, questionnaire, sheet, options),
  ];
  const { id } = questionnaire;
  const { fromLastPage } = options;
  return modal({
    callbackId: definition.callbackIds.page,
    title: `${definition.texts.title} · ${progress(page, pages)}`,
    submit: fromLastPage ? 'Save and go back' : 'Save and go on',
    metadata: writeMetadata(definition, { id, page: sheet.first, fromLastPage }),
    blocks,
  });
}

/** A competency that has its window to itself: what is asked, what was kept, the choice. */
function aloneOn<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
  { pages }: Sheet,
  aside: KnownBlock[],
): KnownBlock[] {
  const { texts, actionIds } = definition;
  const { answers, framework } = questionnaire;
  return pages.flatMap((page) => {
    const { competency, scale = framework.scale } = page;
    const { choice } = answers.get(competency.key) ?? emptyAnswer;
    return [
      ...definition.expectation(page, questionnaire, 1),
      ...aside,
      choiceInput({
        ...{ competency, label: texts.choice, hint: texts.choiceHint, choice, scale },
        actionId: actionIds.choose,
      }),
    ];
  });
}

/** Several competencies: below what is asked in each a menu. */
function menus<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
  { pages }: Sheet,
): KnownBlock[] {
  const { texts, actionIds } = definition;
  const { answers, framework } = questionnaire;
  return pages.flatMap((page) => {
    const { competency, scale = framework.scale } = page;
    const { choice } = answers.get(competency.key) ?? emptyAnswer;
    const label = `${competency.name}: ${texts.choice.charAt(0).toLowerCase()}${texts.choice.slice(1)}`;
    return [
      ...definition.expectation(page, questionnaire, pages.length),
      choiceMenu({
        ...{ competency, label, hint: texts.choiceHint, choice, scale },
        actionId: actionIds.choose,
      }),
    ];
  });
}

function textInput<T extends Types>(
  { texts, actionIds }: Definition<T>,
  { answers }: Questionnaire,
  { pages }: Sheet,
  drawnAt?: Date,
): KnownBlock {
  const stored = pages.map(({ competency }) => answers.get(competency.key) ?? emptyAnswer);
  return textQuestion({
    blockId: blockIds.text(pages[0]?.competency.key ?? '', drawnAt),
    actionId: actionIds.type,
    ...askedFor(
      stored.map(({ choice }) => choice),
      texts,
    ),
    text: stored[0]?.text ?? '',
  });
}

function backButton<T extends Types>(
  { actionIds }: Definition<T>,
  { pages }: Questionnaire,
  { first }: Sheet,
  { fromLastPage }: DraftOptions,
): KnownBlock[] {
  if (first === 0 && !fromLastPage) return [];
  const target = fromLastPage ? pages.length : sheetAt(pages, first - 1)?.first;
  const text = fromLastPage ? 'Back to the last page' : 'Back';
  return [actions([button({ text, actionId: actionIds.go, value: `${target}` })])];
}
