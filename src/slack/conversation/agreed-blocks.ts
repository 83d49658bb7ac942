import type { ListedActionItem } from '../../services/action-item/index.js';
import type { ConversationRecord } from '../../services/conversation/index.js';
import {
  actionItemBlocks,
  dropActionItemButton,
  fittingActionItems,
} from '../action-item/links.js';
import { actions, button, context, count, header, type KnownBlock } from '../ui/blocks.js';
import { actionIds } from './ids.js';

const mostStillOpen = 8;

const stillOpenCharacters = 30_000;

export function addButton(checkInId: string, agreed: number) {
  return button({
    text: agreed === 0 ? 'Add an action' : 'Add another action',
    actionId: actionIds.add,
    value: checkInId,
    ...(agreed === 0 && { style: 'primary' }),
  });
}

/** Asks about each open action item of earlier conversations: done, moved or dropped. */
export function stillOpenBlocks(record: ConversationRecord): KnownBlock[] {
  const { reader, stillOpen } = record;
  if (stillOpen.length === 0) return [];
  const { blocks, more } = fittingActionItems(stillOpen, {
    reader: record[reader].slackUserId,
    ...{ most: mostStillOpen, characters: stillOpenCharacters },
  });
  return [
    header('Still open from earlier'),
    context('Done, does it need another day, or is it not to be done any more?'),
    ...blocks,
    ...(more > 0
      ? [context(`And ${count(more, 'more action')}, in the list of all actions.`)]
      : []),
  ];
}

export function agreedBlocks(record: ConversationRecord, action: ListedActionItem) {
  const { canChange, reader } = record;
  const shown = actionItemBlocks(action, {
    reader: record[reader].slackUserId,
    buttons: false,
  });
  if (action.state !== 'open' || !canChange) return shown;
  const { id } = action;
  const change = button({ text: 'Change', actionId: actionIds.edit, value: id });
  return [...shown, actions([change, dropActionItemButton(id)], `agreed:${id}`)];
}
