import type { ModalView } from '@slack/types';
import type { LeaversPage } from '../../../services/person/index.js';
import { actions, button, context, dateText, section } from '../../ui/blocks.js';
import { modal } from '../../ui/modal.js';
import { displayName } from '../../ui/text.js';
import { actionIds, callbackIds } from './ids.js';
import { personButton } from './page.js';

/** The list of those who have left and are not erased yet, the latest first. `page`: from 0. `note` is mrkdwn. */
export function leaversPage(
  { leavers, hasMore }: LeaversPage,
  { page, note }: { page: number; note?: string | undefined },
): ModalView {
  const to = (text: string, target: number, end: string) =>
    button({ text, actionId: `${actionIds.leaversPage}:${end}`, value: `${target}` });
  const buttons = [
    ...(page > 0 ? [to('Later ones', page - 1, 'back')] : []),
    ...(hasMore ? [to('Earlier ones', page + 1, 'on')] : []),
    button({ text: 'All people', actionId: actionIds.people }),
  ];
  const rows = leavers.map((leaver) =>
    section(`${displayName(leaver)} · left ${dateText(leaver.leftOn)}`, {
      accessory: personButton(leaver, 'Open'),
    }),
  );
  return modal({
    callbackId: callbackIds.leavers,
    title: 'Who has left',
    blocks: [
      ...(note === undefined ? [] : [section(note)]),
      section('*Who has left*'),
      ...(rows.length > 0 ? rows : [section('There is nobody who has left and is still kept.')]),
      actions(buttons),
      context('They are erased by themselves after the time that the settings say.'),
    ],
  });
}
