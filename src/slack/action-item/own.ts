import type { ActionItem } from '../../services/action-item/index.js';
import { actions as actionRow, context, count, type KnownBlock, section } from '../ui/blocks.js';
import { fittingActionItems } from './blocks.js';
import { allActionItemsButton } from './buttons.js';

const most = 4;
/** Leaves room in the message for the rest of it. */
const characters = 4_000;

/** My open action items with their buttons, and the way to all of them. */
export function ownActionItemBlocks(
  open: readonly ActionItem[],
  {
    reader,
    competencies,
  }: { reader: string; competencies: readonly { key: string; name: string }[] },
): KnownBlock[] {
  const all = actionRow([allActionItemsButton(undefined, 'All my actions')]);
  if (open.length === 0) return [section('*Actions*\nNone are open.'), all];
  const { blocks, more } = fittingActionItems(open, { reader, competencies, most, characters });
  const rest = more > 0 ? [context(`And ${count(more, 'more open action')}.`)] : [];
  return [section('*Actions*'), ...blocks, ...rest, all];
}
