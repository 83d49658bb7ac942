import type { ModalView } from '@slack/types';
import type { ReadingsPage } from '../../services/privacy/index.js';
import { actions, button, context, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';
import { readingText } from './words.js';

/** Everybody who has read something of mine, a page at a time. `page`: from 0. */
export function readingsModal({ readings, hasMore }: ReadingsPage, page: number): ModalView {
  const to = (text: string, target: number, end: string) =>
    button({ text, actionId: `${actionIds.page}:${end}`, value: `${target}` });
  const buttons = [
    ...(page > 0 ? [to('Later ones', page - 1, 'back')] : []),
    ...(hasMore ? [to('Earlier ones', page + 1, 'on')] : []),
  ];
  const nothing =
    page > 0 ? 'There are no earlier ones.' : 'Nobody has read anything of yours yet.';
  return modal({
    callbackId: callbackIds.readings,
    title: 'Who has read yours',
    blocks: [
      ...(readings.length > 0
        ? readings.map((reading) => section(readingText(reading)))
        : [section(nothing)]),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
      context('What you look at yourself is not listed, and getting a message is no reading.'),
    ],
  });
}
