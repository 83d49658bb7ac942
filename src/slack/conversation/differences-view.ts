import type { ModalView } from '@slack/types';
import type { ConversationRecord, Gap } from '../../services/conversation/index.js';
import { button, context, escapeMrkdwn, type KnownBlock, limits, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { namesOfTwo } from '../ui/text.js';
import { actionIds, callbackIds } from './ids.js';
import { differenceMetadata } from './input.js';

/** More don't fit a window. */
const most = 90;

/** Each competency that the two rated differently, with a press each. */
export function differencesView(record: ConversationRecord, recordViewId?: string): ModalView {
  const { checkInId, held } = record;
  const gaps = held?.talk?.gaps ?? [];
  return modal({
    callbackId: callbackIds.differences,
    title: 'Seen differently',
    metadata: differenceMetadata.write({ checkInId, ...(recordViewId && { recordViewId }) }),
    blocks: [
      section(
        gaps.length > 0
          ? 'You have talked about these and still see some of them differently? Say so: it is a good outcome, both views stand, and you begin there next time.'
          : 'You two rated everything alike, so there is nothing to mark.',
      ),
      ...gaps.slice(0, most).map((gap) => gapBlock(record, gap)),
      context('Either of you can press these. The two of you see it; nobody else does.'),
    ],
  });
}

function gapBlock(record: ConversationRecord, gap: Gap): KnownBlock {
  const { competency, self, manager: view } = gap.row;
  const name = `*${escapeMrkdwn(competency.name)}*`;
  const { report, manager } = namesOfTwo(record);
  const sides = `${report}: ${escapeMrkdwn(self.label)} · ${manager}: ${escapeMrkdwn(view.label)}`;
  const now = gap.stillDiffers ? '\n✓ You still see it differently.' : '';
  const text = gap.stillDiffers ? 'Take back' : 'We still see it differently';
  const accessory = button({
    text,
    actionId: gap.stillDiffers ? actionIds.agrees : actionIds.differs,
    value: competency.key,
    label: `${text}: ${competency.name}`.slice(0, limits.buttonText),
  });
  return section(`${name}\n${sides}${now}`, { accessory, blockId: `gap:${competency.key}` });
}
