import type { ListedActionItem } from '../../services/action-item/index.js';
import { context, count, escapeMrkdwn, type KnownBlock, sizeOf } from '../ui/blocks.js';
import { actionItemRow } from './buttons.js';
import { ownerText, whatBlock, whenText } from './words.js';

export interface ActionItemBlocksOptions {
  /** The reader's Slack user id. */
  reader: string;
  /** Whether there are buttons below each open action item. */
  buttons?: boolean;
}

/** One action item with its day, whose it is and, while it is open, its buttons. Three blocks at most. */
export function actionItemBlocks(
  item: ListedActionItem,
  { reader, buttons = true }: ActionItemBlocksOptions,
): KnownBlock[] {
  const { competencyName } = item;
  const facts = [
    whenText(item),
    ownerText(item, reader),
    ...(competencyName ? [escapeMrkdwn(competencyName)] : []),
    ...(item.timesRescheduled > 0 ? [`moved ${count(item.timesRescheduled, 'time')}`] : []),
  ];
  const blocks = [whatBlock(item), context(facts.join(' · '))];
  if (!buttons || item.state !== 'open') return blocks;
  return [...blocks, actionItemRow(item)];
}

export interface FittingOptions extends ActionItemBlocksOptions {
  /** How many action items at most. */
  most: number;
  /** How many characters of JSON at most. */
  characters?: number;
}

/** As many whole action items as there is room for, the first ones first, and how many more there are. */
export function fittingActionItems(
  list: readonly ListedActionItem[],
  { most, characters = Number.POSITIVE_INFINITY, ...options }: FittingOptions,
): { blocks: KnownBlock[]; more: number } {
  const blocks: KnownBlock[] = [];
  let shown = 0;
  let size = 0;
  for (const item of list.slice(0, most)) {
    const next = actionItemBlocks(item, options);
    size += sizeOf(next);
    if (size > characters) break;
    blocks.push(...next);
    shown += 1;
  }
  return { blocks, more: list.length - shown };
}
