export { type ActionItemList, listActionItems } from './action-item-list.js';
export { type AgreementField, longestText } from './agreement-form.js';
export { type Agreement, agreeOn } from './agreements.js';
export { type NotifyResult, notifyNow } from './announcing.js';
export { type AnsweredConversation, readAnswer } from './answers.js';
export { type ConversationCommentMessage, conversationComment } from './comment-message.js';
export { commentOnConversation, longestComment } from './comments.js';
export { type ConfirmResult, confirmConversation } from './confirming.js';
export { type Gap, markDifference } from './differences.js';
export { type ConversationMessage, conversation } from './messages.js';
export {
  type ConversationNotes,
  longestNotes,
  saveNotes,
} from './notes.js';
export { type ConversationRecord, type HeldConversation, readRecord } from './record.js';
export type { RecordRef } from './recordable.js';
export { recordConversation } from './recording.js';
