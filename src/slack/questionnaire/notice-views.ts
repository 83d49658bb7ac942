import type { ModalView } from '@slack/types';
import { sheetsOf } from '../../domain/questionnaire/sheets.js';
import { divider, header } from '../ui/blocks.js';
import { type Notices, noticesOf } from '../ui/notices.js';
import type { Definition, Types } from './definition.js';
import { writeMetadata } from './metadata.js';
import { summaryBlocks } from './summary-blocks.js';

/** The windows of a questionnaire without a form. */
export function notices<T extends Types>({ callbackIds, texts }: Definition<T>): Notices {
  return noticesOf(callbackIds.notice, texts.title);
}

/** Returns the modal after submitting: what comes next, all answers, the last page. */
export function submittedView<T extends Types>(
  definition: Definition<T>,
  questionnaire: T['questionnaire'],
  { already = false } = {},
): ModalView {
  const { id, pages } = questionnaire;
  const { next, lastPage } = definition.submitted(questionnaire, already);
  const answers = summaryBlocks(questionnaire, sheetsOf(pages), definition);
  return notices(definition).notice(
    [...next, divider(), header(definition.texts.submitted), ...answers, ...lastPage],
    writeMetadata(definition, { id, page: pages.length }),
  );
}
