export { type ActionItemList, listActionItems } from './action-item-list.js';
export {
  type Agreement,
  type AgreementField,
  agreeOn,
  longestText,
} from './agreements.js';
export { type NotifyResult, notifyNow } from './announcing.js';
export {
  type AnsweredConversation,
  type ConfirmResult,
  commentOnConversation,
  confirmConversation,
  longestComment,
  readAnswer,
} from './answers.js';
export {
  type ConversationRecord,
  type HeldConversation,
  readRecord,
  recordConversation,
} from './conversations.js';
export { type Gap, markDifference } from './differences.js';
export {
  type ConversationCommentMessage,
  type ConversationMessage,
  conversation,
  conversationComment,
} from './messages.js';
export {
  type ConversationNotes,
  longestNotes,
  saveNotes,
} from './notes.js';
export type { RecordRef } from './recordable.js';
