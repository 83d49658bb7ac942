import type { ActionItem, ListedActionItem } from '../../services/action-item/index.js';
import {
  actions as actionRow,
  button,
  context,
  count,
  type KnownBlock,
  literalSection,
  section,
} from '../ui/blocks.js';
import { fittingActionItems } from './blocks.js';
import { allActionItemsButton } from './buttons.js';
import { actionIds, rowId } from './ids.js';
import { ownerName, titleText, whenText } from './words.js';

const most = 4;
/** Leaves room in the message for the rest of it. */
const characters = 4_000;

/** My open action items with their buttons, and the way to all of them. */
export function ownActionItemBlocks(
  open: readonly ListedActionItem[],
  { reader }: { reader: string },
): KnownBlock[] {
  const all = actionRow([allActionItemsButton(undefined, 'All my actions')]);
  if (open.length === 0) return [section('*Actions*\nNone are open.'), all];
  const { blocks, more } = fittingActionItems(open, { reader, most, characters });
  const rest = more > 0 ? [context(`And ${count(more, 'more open action')}.`)] : [];
  return [section('*Actions*'), ...blocks, ...rest, all];
}

const fewest = 3;

/**
 * The first three of my open action items, a line each with Done, and how many there are. One about a
 * report leads to all that is agreed on with them, since it is not among all of mine.
 */
export function shortActionItemBlocks(
  open: readonly ActionItem[],
  { reader }: { reader: string },
): KnownBlock[] {
  if (open.length === 0) return [section('*Actions*\nNone are open.')];
  const shown = open.slice(0, fewest);
  const number = open.length > shown.length ? ` · ${shown.length} of ${open.length}` : '';
  return [section(`*Actions*${number}`), ...shown.map((item) => line(item, reader))];
}

function line(item: ActionItem, reader: string): KnownBlock {
  const when = whenText(item);
  const isMine = item.report.slackUserId === reader;
  const label = `${isMine ? 'Done' : 'Open'}: the action ${when}`;
  const accessory = isMine
    ? button({ text: 'Done', actionId: actionIds.done, value: item.id, label })
    : allActionItemsButton(item.report.id, 'Open', { label });
  const facts = [titleText(item.what), when, ownerName(item, reader)].join(' · ');
  return { ...literalSection(facts), accessory, block_id: rowId(item.id) };
}
