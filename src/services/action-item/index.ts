export { type ActionItem, actionItemParts, toActionItem } from './action-items.js';
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
export {
  actionItemsOf,
  actionItemsWithReports,
  earlierActionItems,
  type ListedActionItem,
  openActionItemsFor,
} from './lists.js';
export {
  type ActionItemChangedMessage,
  type ActionItemDueMessage,
  actionItemChanged,
  actionItemDue,
} from './messages.js';
export { formerManager, type Partner, toPartner } from './partner.js';
export { type ActionItemRef, readActionItem } from './reading.js';
