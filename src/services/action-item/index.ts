export {
  type ActionItem,
  actionItemParts,
  actionItemsOf,
  type Partner,
  toActionItem,
  toPartner,
} from './action-items.js';
export {
  type ActionItemRef,
  type ActionItemResult,
  closedWords,
  dropActionItem,
  longestReason,
  markDone,
  readActionItem,
  rescheduleActionItem,
} from './changes.js';
export { dueActionItemKind, dueAskings } from './due.js';
export { actionItemsWithReports, openActionItemsFor } from './lists.js';
export {
  type ActionItemChangedMessage,
  type ActionItemDueMessage,
  actionItemChangedContent,
  actionItemDueContent,
} from './messages.js';
