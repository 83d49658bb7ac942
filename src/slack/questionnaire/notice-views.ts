import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, divider, header, plainText, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import type { Definition, Types } from './definition.js';
import { writeMetadata } from './metadata.js';
import { summaryBlocks } from './summary-blocks.js';

/** A view without a form; with `metadata` where a button in it needs to know the questionnaire. */
export function noticeView<T extends Types>(
  { callbackIds, texts }: Definition<T>,
  blocks: KnownBlock[],
  metadata?: string,
): ModalView {
  const { title } = texts;
  return modal({
    ...{ callbackId: callbackIds.notice, title, blocks },
    ...(metadata && { metadata }),
  });
}

/** Opened at once, from memory, while the questionnaire is being read. */
export function loadingView<T extends Types>(definition: Definition<T>): ModalView {
  return noticeView(definition, [section(definition.texts.loading)]);
}

/** Something went wrong before a page could be drawn: what, and a way to try again. */
export function troubleView<T extends Types>(
  definition: Definition<T>,
  sentence: string,
  value?: string,
): ModalView {
  const again = button({
    text: 'Try again',
    actionId: definition.actionIds.open,
    style: 'primary',
    ...(value !== undefined && { value }),
  });
  return noticeView(definition, [{ type: 'section', text: plainText(sentence) }, actions([again])]);
}

/** What was submitted: what comes next, all answers, the last page. */
export function submittedView<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
  { already = false } = {},
): ModalView {
  const { id, pages } = questionnaire;
  const { next, lastPage } = definition.submitted(questionnaire, already);
  const answers = summaryBlocks(questionnaire, [...pages.keys()]);
  return noticeView(
    definition,
    [...next, divider(), header(definition.texts.submitted), ...answers, ...lastPage],
    writeMetadata(definition, { id, page: pages.length }),
  );
}
