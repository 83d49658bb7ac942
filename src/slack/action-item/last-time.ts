import { doneFact } from '../../domain/action-item/action-item.js';
import type { AgreedAction } from '../../services/action-item/action-items.js';
import {
  actions as actionRow,
  button,
  context,
  count,
  type KnownBlock,
  section,
} from '../ui/blocks.js';
import { type ActionBlocksOptions, fittingActions } from './blocks.js';
import { actionIds } from './ids.js';

export interface LastTimeOptions extends Omit<ActionBlocksOptions, 'buttons' | 'reader'> {
  /** How many actions at most. */
  most: number;
}

/** What a report agreed on last time, to begin their next check-in with. Empty where there is nothing. */
export function lastTimeBlocks(
  agreed: readonly AgreedAction[],
  { competencies, most }: LastTimeOptions,
): KnownBlock[] {
  const [first] = agreed;
  if (!first) return [];
  const fact = doneFact(agreed);
  const { blocks, more } = fittingActions(agreed, {
    reader: first.report.slackUserId,
    competencies,
    buttons: false,
    most,
  });
  return [
    section(`*Last time you agreed${fact ? `: ${fact}` : ''}*`),
    ...blocks,
    ...(more > 0 ? [context(`And ${count(more, 'more action')}.`)] : []),
    actionRow([button({ text: 'All actions', actionId: actionIds.list })]),
  ];
}
