export {
  type ActionItem,
  actionItemParts,
  actionItemsOf,
  formerManager,
  type ListedActionItem,
  type Partner,
  toActionItem,
  toPartner,
} from './action-items.js';
export {
  type ActionItemResult,
  closedWords,
  dropActionItem,
  longestReason,
  markDone,
  rescheduleActionItem,
} from './changes.js';
export { withCompetencyNames } from './competency-names.js';
export { dueAskings } from './due.js';
export { actionItemsWithReports, earlierActionItems, openActionItemsFor } from './lists.js';
export {
  type ActionItemChangedMessage,
  type ActionItemDueMessage,
  actionItemChanged,
  actionItemDue,
} from './messages.js';
export { type ActionItemRef, readActionItem } from './reading.js';
