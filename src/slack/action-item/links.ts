import { callbackIds } from './ids.js';

export { actionItemBlocks, fittingActionItems } from './blocks.js';
export { actionItemRow, allActionItemsButton, dropActionItemButton } from './buttons.js';
export { drawList as drawActionItems } from './draw.js';
export { lastTimeBlocks } from './last-time.js';
export { ownActionItemBlocks, shortActionItemBlocks } from './own.js';
export { ownerText, whatBlock, whenText } from './words.js';

/** Whether a window shows a list of action items. */
export function isActionItemList({ callback_id }: { callback_id: string }): boolean {
  return callback_id === callbackIds.list;
}
