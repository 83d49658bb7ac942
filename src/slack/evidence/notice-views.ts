import type { ModalView } from '@slack/types';
import {
  actions,
  button,
  escapeMrkdwn,
  type KnownBlock,
  plainText,
  section,
} from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds } from './ids.js';

/** Opened at once, from memory, while the rest is being read. */
export function loadingView(): ModalView {
  return notice([section('One moment.')]);
}

/** After keeping: where it stands now and when it comes up. */
export function keptView(competency: string | undefined): ModalView {
  const where = competency
    ? `It comes up under ${escapeMrkdwn(competency)} in your next check-in.`
    : 'It is not sorted yet: put it under a competency at any time, and it comes up there in your next check-in.';
  return notice([
    section(`*Kept.* ${where}`),
    actions([button({ text: 'What I kept', actionId: actionIds.open })]),
  ]);
}

/** Something went wrong: what. `again` offers all that is kept, which can be read anew. */
export function troubleView(sentence: string, { again = true } = {}): ModalView {
  const tryAgain = button({ text: 'Try again', actionId: actionIds.open, style: 'primary' });
  return notice([
    { type: 'section', text: plainText(sentence) },
    ...(again ? [actions([tryAgain])] : []),
  ]);
}

function notice(blocks: KnownBlock[]): ModalView {
  return modal({ callbackId: callbackIds.notice, title: 'Evidence', blocks });
}
