import { doneFact } from '../../domain/action-item/action-item.js';
import type { ListedActionItem } from '../../services/action-item/index.js';
import { actions as actionRow, context, count, type KnownBlock, section } from '../ui/blocks.js';
import { fittingActionItems } from './blocks.js';
import { allActionItemsButton } from './buttons.js';

/**
 * What a report agreed on last time, to begin their next check-in with: so many actions at most. Empty
 * where there is nothing.
 */
export function lastTimeBlocks(
  agreed: readonly ListedActionItem[],
  { most }: { most: number },
): KnownBlock[] {
  const [first] = agreed;
  if (!first) return [];
  const fact = doneFact(agreed);
  const { blocks, more } = fittingActionItems(agreed, {
    reader: first.report.slackUserId,
    buttons: false,
    most,
  });
  return [
    section(`*Last time you agreed${fact ? `: ${fact}` : ''}*`),
    ...blocks,
    ...(more > 0 ? [context(`And ${count(more, 'more action')}.`)] : []),
    actionRow([allActionItemsButton()]),
  ];
}
