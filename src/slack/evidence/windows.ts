import type { ModalView } from '@slack/types';
import { listEvidence } from '../../services/evidence/index.js';
import type { SlackContext } from '../bolt/context.js';
import { withTyped } from '../form-draft/links.js';
import { actions, escapeMrkdwn, section } from '../ui/blocks.js';
import { noticesOf } from '../ui/notices.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { openEvidenceButton } from './buttons.js';
import { callbackIds } from './ids.js';
import type { Place } from './input.js';
import { listView } from './list-view.js';
import { readerOf } from './reader.js';

export const notices = noticesOf(callbackIds.notice, 'Evidence');

/** Opens a window of evidence, or puts it in place of a notice of evidence. */
export function showWindow(
  slack: SlackContext,
  opener: Opener,
  draw: () => Promise<ModalView>,
): Promise<void> {
  return openWindow(opener, {
    log: slack.services.log,
    notices,
    loading: 'One moment.',
    draw: async () => withTyped(slack, opener.body.user.id, await draw()),
    failed: "I couldn't get what you kept",
    retry: openEvidenceButton('Try again', { style: 'primary' }),
    again: openEvidenceButton(),
  });
}

/** Returns a person's current evidence; `note` is the result of their last press. Mrkdwn. */
export async function drawList(
  slack: SlackContext,
  slackUserId: string,
  place: Place,
  note?: string,
): Promise<ModalView> {
  const { keeper, today, competencies } = await readerOf(slack, slackUserId);
  const kept = await listEvidence(slack.services, keeper, { today, all: place.all });
  return listView({ kept, competencies, place, note });
}

/** Returns the modal after keeping: where the note is and when it comes up. */
export function keptView(competency: string | undefined): ModalView {
  const where = competency
    ? `It comes up under ${escapeMrkdwn(competency)} in your next check-in.`
    : 'It is not sorted yet: put it under a competency at any time, and it comes up there in your next check-in.';
  return notices.notice([section(`*Kept.* ${where}`), actions([openEvidenceButton()])]);
}
