import type { KnownBlock, ModalView } from '@slack/types';
import { emptyAnswer, openPages } from '../../domain/questionnaire/answers.js';
import { type CheckInPage, progress } from '../../domain/questionnaire/pages.js';
import type { SlackContext } from '../bolt/context.js';
import { actions, button, context, count, divider, header, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { blockIds } from './block-ids.js';
import type { Definition, Questionnaire, Types } from './definition.js';
import { askedFor, choiceInput, textQuestion } from './inputs.js';
import { writeMetadata } from './metadata.js';
import { summaryBlocks } from './summary-blocks.js';

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
  const shown = pages[page];
  if (!shown) return lastPageView(definition, questionnaire);
  const { introduction, aside } = await definition.page(slack, questionnaire, page);
  const blocks = [
    ...(page === 0 ? introduction : []),
    ...definition.expectation(shown, questionnaire),
    ...aside,
    ...inputs(definition, questionnaire, shown, options.drawnAt),
    ...backButton(definition, questionnaire, options),
  ];
  const { id } = questionnaire;
  const { fromLastPage } = options;
  return modal({
    callbackId: definition.callbackIds.page,
    title: `${definition.texts.title} · ${progress(page, pages)}`,
    submit: fromLastPage ? 'Save and go back' : 'Save and go on',
    metadata: writeMetadata(definition, { id, page, fromLastPage }),
    blocks,
  });
}

function inputs<T extends Types>(
  { texts, actionIds }: Definition<T>,
  { answers, framework }: Questionnaire,
  { competency, scale = framework.scale }: CheckInPage,
  drawnAt?: Date,
): KnownBlock[] {
  const { choice, text } = answers.get(competency.key) ?? emptyAnswer;
  return [
    choiceInput({ competency, label: texts.choice, actionId: actionIds.choose, choice, scale }),
    textQuestion({
      blockId: blockIds.text(competency.key, drawnAt),
      actionId: actionIds.type,
      ...askedFor(choice, texts),
      text,
    }),
  ];
}

function backButton<T extends Types>(
  { actionIds }: Definition<T>,
  { page, pages }: Questionnaire,
  { fromLastPage }: DraftOptions,
): KnownBlock[] {
  const target = fromLastPage ? pages.length : page - 1;
  if (target < 0) return [];
  const text = fromLastPage ? 'Back to the last page' : 'Back';
  return [actions([button({ text, actionId: actionIds.go, value: `${target}` })])];
}

/** The last page: what is still open, the feature's questions, all answers. */
function lastPageView<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
): ModalView {
  const { texts, actionIds, callbackIds } = definition;
  const { id, pages, answers, framework } = questionnaire;
  const { head, questions, whoSeesIt } = definition.lastPage(questionnaire);
  const open = openPages(pages, answers, framework.scale);
  const answered = [...pages.keys()].filter((page) => !open.includes(page));
  return modal({
    callbackId: callbackIds.lastPage,
    title: `${texts.title} · last page`,
    submit: texts.submit,
    metadata: writeMetadata(definition, { id, page: pages.length }),
    blocks: [
      ...head,
      section(openText(open.length, pages.length, texts)),
      ...summaryBlocks(questionnaire, open, { actionIds, press: 'Answer' }),
      ...questions,
      ...(answered.length > 0 ? [divider(), header(texts.answers)] : []),
      ...summaryBlocks(questionnaire, answered, { actionIds, press: 'Change' }),
      context(whoSeesIt),
    ],
  });
}

/** Asks once more before submitting, with the way back to the last page. */
export function confirmView<T extends Types>(
  { texts, actionIds, ...definition }: Definition<T>,
  { callbackId, title, blocks }: NonNullable<Definition<T>['confirm']>,
  questionnaire: T['questionnaire'],
): ModalView {
  const { id, pages } = questionnaire;
  const back = button({
    text: 'Back to the last page',
    actionId: actionIds.go,
    value: `${pages.length}`,
  });
  return modal({
    callbackId,
    title,
    submit: texts.submit,
    close: 'Not yet',
    metadata: writeMetadata(definition, { id, page: pages.length }),
    blocks: [...blocks(questionnaire), actions([back])],
  });
}

function openText(open: number, all: number, { submit, submitVerb }: Definition<Types>['texts']) {
  if (open === 0)
    return `All ${count(all, 'competency', 'competencies')} answered. Press ${submit} when it feels right.`;
  return `*${open} of ${all} still open.* Answer ${open === 1 ? 'it' : 'them'} before you ${submitVerb}.`;
}
