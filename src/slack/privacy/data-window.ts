import type { ModalView } from '@slack/types';
import type { ReadableRow } from '../../services/export/index.js';
import { actions, button, context, type KnownBlock, plainText } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { sectionBlock } from '../ui/sections.js';
import { actionIds, callbackIds } from './ids.js';

const rowsOnAPage = 12;

/**
 * All that is kept about me, a page at a time. `page`: from 0; past the end is the last one.
 * `canBeFile`: Slack takes files from Ladder.
 */
export function dataModal(
  rows: readonly ReadableRow[],
  { page, canBeFile }: { page: number; canBeFile: boolean },
): ModalView {
  const all = rows.flatMap((row) => [row, ...row.below]);
  const last = Math.max(0, Math.ceil(all.length / rowsOnAPage) - 1);
  const at = Math.min(page, last);
  const shown = all.slice(at * rowsOnAPage, (at + 1) * rowsOnAPage);
  const to = (text: string, target: number, end: string) =>
    button({ text, actionId: `${actionIds.dataPage}:${end}`, value: `${target}` });
  const buttons = [
    ...(at > 0 ? [to('Back', at - 1, 'back')] : []),
    ...(at < last ? [to('Next', at + 1, 'on')] : []),
    ...(canBeFile ? [fileButton] : []),
  ];
  return modal({
    callbackId: callbackIds.data,
    title: 'My data',
    blocks: [
      ...shown.map(rowBlock),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      context(
        `Page ${at + 1} of ${last + 1}. It is what you wrote, and what others wrote about you where you may see it now.`,
        ...(canBeFile ? [] : [noFile]),
      ),
    ],
  });
}

const noFile = 'To have it as a file, ask whoever runs Ladder for your organisation for a copy.';

const fileButton = {
  ...button({ text: 'Send it to me as a file', actionId: actionIds.dataFile }),
  confirm: {
    title: plainText('As a file in Slack?'),
    text: plainText(
      'It comes in your messages with Ladder, which nobody else sees. Slack has it until I delete it there, a day later.',
    ),
    confirm: plainText('Send it'),
    deny: plainText('Leave it'),
  },
};

function rowBlock({ title, lines }: ReadableRow): KnownBlock {
  return sectionBlock(
    title,
    lines.map(({ what, text }) => ({ kind: 'said', label: what, text })),
  );
}
