import type { ModalView } from '@slack/types';
import { type Erasure, erasureLines } from '../../../services/erasure/index.js';
import { escapeMrkdwn, section } from '../../ui/blocks.js';
import { modal } from '../../ui/modal.js';
import { displayName } from '../../ui/text.js';
import { callbackIds, eraseMetadata } from './ids.js';

/** Says what goes with somebody and what stays, and asks whether to do it. */
export function eraseWindow(erasure: Erasure, viewId: string | undefined): ModalView {
  const { slackUserId } = erasure;
  return modal({
    callbackId: callbackIds.erase,
    title: 'Erase somebody',
    submit: 'Erase for good',
    close: 'Keep them',
    metadata: eraseMetadata.write({ slackUserId, viewId }),
    blocks: [
      section(
        `*Erase ${displayName(erasure)}?*\n${erasureLines(erasure).map(escapeMrkdwn).join('\n')}`,
      ),
      section(
        'It can’t be taken back. Ladder’s messages to them and about them are deleted in Slack, as far as Slack takes that. Backups that were made until now still have them; a backup that is restored is cleared of them again.',
      ),
    ],
  });
}

/** What is said once it is done. Mrkdwn. */
export const erasedText =
  'Erased. Their posts in Slack are deleted in the next minutes. An operator can let them in again.';
