import { doneFact } from '../../domain/action-item/action-item.js';
import type { ListedActionItem } from '../../services/action-item/index.js';
import type { Brief } from '../../services/brief/index.js';
import { allActionItemsButton, fittingActionItems } from '../action-item/links.js';
import { differenceBlock } from '../conversation/links.js';
import {
  actions,
  context,
  count,
  dayText,
  type KnownBlock,
  plainSection,
  said,
  section,
} from '../ui/blocks.js';

const mostActions = 4;
const actionCharacters = 1_500;

/**
 * What the two agreed on last time and what became of it; and this time, once they have talked. A
 * group of blocks each, and the way to all actions.
 */
export function agreementGroups(brief: Brief): KnownBlock[][] {
  const { lastTime, agreed, heldOn, report, notes, stillDiffer, stillDifferedLastTime } = brief;
  const done = doneFact(lastTime);
  return [
    ...(done ? [[section(`*Last time you agreed*: ${done}`), ...listed(brief, lastTime)]] : []),
    ...(stillDifferedLastTime.length > 0
      ? [
          [
            plainSection(
              `Last time you still saw this differently: ${stillDifferedLastTime.join(', ')}.`,
            ),
          ],
        ]
      : []),
    ...(heldOn
      ? [
          [
            section(`*You talked on ${dayText(heldOn)}*`),
            ...listed(brief, agreed),
            ...(stillDiffer.length > 0 ? [differenceBlock(stillDiffer)] : []),
            ...(notes ? [said('Your notes', notes)] : []),
          ],
        ]
      : []),
    ...(lastTime.length + agreed.length > 0 ? [[actions([allActionItemsButton(report.id)])]] : []),
  ];
}

function listed(brief: Brief, list: readonly ListedActionItem[]): KnownBlock[] {
  const reader = brief.reader === 'report' ? brief.report : brief.manager;
  const { blocks, more } = fittingActionItems(list, {
    reader: reader.slackUserId,
    buttons: false,
    most: mostActions,
    characters: actionCharacters,
  });
  return more > 0 ? [...blocks, context(`And ${count(more, 'more action')}.`)] : blocks;
}
