import { doneFact } from '../../domain/action-item/action-item.js';
import type { ActionItem } from '../../services/action-item/index.js';
import { actions as actionRow, context, count, type KnownBlock, section } from '../ui/blocks.js';
import { type ActionItemBlocksOptions, fittingActionItems } from './blocks.js';
import { allActionItemsButton } from './buttons.js';

export interface LastTimeOptions extends Omit<ActionItemBlocksOptions, 'buttons' | 'reader'> {
  /** How many actions at most. */
  most: number;
}

/** What a report agreed on last time, to begin their next check-in with. Empty where there is nothing. */
export function lastTimeBlocks(
  agreed: readonly ActionItem[],
  { competencies, most }: LastTimeOptions,
): KnownBlock[] {
  const [first] = agreed;
  if (!first) return [];
  const fact = doneFact(agreed);
  const { blocks, more } = fittingActionItems(agreed, {
    reader: first.report.slackUserId,
    competencies,
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
