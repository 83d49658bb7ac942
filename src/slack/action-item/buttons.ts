import type { ActionsBlock, Button } from '@slack/types';
import type { ActionItem } from '../../services/action-item/index.js';
import { actions, type ButtonOptions, button } from '../ui/blocks.js';
import { actionIds, rowId } from './ids.js';
import { whenText } from './words.js';

/**
 * Done, Move and Drop. Their labels for screen readers contain the day, since several such rows may be
 * in one message.
 */
export function actionItemRow(item: ActionItem): ActionsBlock {
  const { id } = item;
  const which = `the action ${whenText(item)}`;
  const buttons = [
    button({ text: 'Done', actionId: actionIds.done, value: id, label: `Done: ${which}` }),
    button({ text: 'Move', actionId: actionIds.move, value: id, label: `Move ${which}` }),
    dropActionItemButton(id, { label: `Drop ${which}` }),
  ];
  return actions(buttons, rowId(id));
}

/** Opens the form in which an action item is dropped. */
export function dropActionItemButton(id: string, options?: ButtonOptions): Button {
  return button({ text: 'Drop', actionId: actionIds.drop, value: id, ...options });
}

/** Opens all action items of a report: one's own without an id. */
export function allActionItemsButton(
  reportId?: string,
  text = 'All actions',
  options?: ButtonOptions,
): Button {
  return button({ text, actionId: actionIds.list, value: reportId, ...options });
}
