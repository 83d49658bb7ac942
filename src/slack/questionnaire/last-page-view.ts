import type { ModalView } from '@slack/types';
import { openPages } from '../../domain/questionnaire/answers.js';
import { type Sheet, sheetAt, sheetsOf } from '../../domain/questionnaire/sheets.js';
import { actions, button, context, count, divider, header, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import type { Definition, Types } from './definition.js';
import { writeMetadata } from './metadata.js';
import { summaryBlocks } from './summary-blocks.js';

/** The last page: what is still open, the feature's questions, all answers. */
export function lastPageView<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
): ModalView {
  const { texts, actionIds, callbackIds } = definition;
  const { id, pages, answers, framework } = questionnaire;
  const { head, questions, whoSeesIt } = definition.lastPage(questionnaire);
  const open = openPages(pages, answers, framework.scale);
  const isOpen = (sheet: Sheet) => open.some((page) => sheetAt(pages, page)?.first === sheet.first);
  const sheets = sheetsOf(pages);
  const answered = sheets.filter((sheet) => !isOpen(sheet));
  return modal({
    callbackId: callbackIds.lastPage,
    title: `${texts.title} · last page`,
    submit: texts.submit,
    metadata: writeMetadata(definition, { id, page: pages.length }),
    blocks: [
      ...head,
      section(openText(open.length, pages.length, texts)),
      ...summaryBlocks(questionnaire, sheets.filter(isOpen), { actionIds, press: 'Answer' }),
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
