import type { ModalView } from '@slack/types';
import { actions, button, escapeMrkdwn, section } from '../ui/blocks.js';
import { noticesOf } from '../ui/notices.js';
import { actionIds, callbackIds } from './ids.js';

export const notices = noticesOf(callbackIds.notice, 'Evidence');

/** After keeping: where it stands now and when it comes up. */
export function keptView(competency: string | undefined): ModalView {
  const where = competency
    ? `It comes up under ${escapeMrkdwn(competency)} in your next check-in.`
    : 'It is not sorted yet: put it under a competency at any time, and it comes up there in your next check-in.';
  return notices.notice([
    section(`*Kept.* ${where}`),
    actions([button({ text: 'What I kept', actionId: actionIds.open })]),
  ]);
}
