import type { ActionItem } from '../../services/action-item/index.js';
import { fittingActionItems } from '../action-item/blocks.js';
import { actionIds } from '../action-item/ids.js';
import {
  actions as actionRow,
  button,
  context,
  count,
  type KnownBlock,
  section,
} from '../ui/blocks.js';

const most = 4;
/** Leaves room in the message for the rest of it. */
const characters = 4_000;

/** My open actions with their buttons, and the way to all of them. */
export function myActionItemBlocks(
  open: readonly ActionItem[],
  {
    reader,
    competencies,
  }: { reader: string; competencies: readonly { key: string; name: string }[] },
): KnownBlock[] {
  const all = actionRow([button({ text: 'All my actions', actionId: actionIds.list })]);
  if (open.length === 0) return [section('*Actions*\nNone are open.'), all];
  const { blocks, more } = fittingActionItems(open, { reader, competencies, most, characters });
  const rest = more > 0 ? [context(`And ${count(more, 'more open action')}.`)] : [];
  return [section('*Actions*'), ...blocks, ...rest, all];
}
