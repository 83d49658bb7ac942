/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the record of a conversation; the value is the check-in's id. */
  record: 'conversation.record',
  /** Back to the record: in forms that were opened before they were laid over it. */
  back: 'conversation.back',
  /** Back to the day on which they talked. */
  day: 'conversation.day',
  /** A new action. */
  add: 'conversation.add',
  /** Changes the action whose id is the value. */
  edit: 'conversation.edit',
  /** Opens the form for the notes; the value is the check-in's id, as for the next one. */
  notes: 'conversation.notes',
  /** Opens the list of what the two rated differently. */
  differences: 'conversation.differences',
  /** That they still see a competency differently, or no more; the value is its key. */
  differs: 'conversation.differs',
  agrees: 'conversation.agrees',
  /** The answers to a record; the value is the conversation's id. */
  confirm: 'conversation.confirm',
  comment: 'conversation.comment',
} as const;

export const callbackIds = {
  /** The day on which they talked. */
  held: 'conversation.held',
  /** The record, with its action items. */
  record: 'conversation.record',
  action: 'conversation.action',
  comment: 'conversation.comment',
  notes: 'conversation.notes',
  differences: 'conversation.differences',
  notice: 'conversation.notice',
} as const;

/** The forms' inputs: block and action share a name. */
export const fields = {
  heldOn: 'conversation.held_on',
  what: 'conversation.what',
  measure: 'conversation.measure',
  dueOn: 'conversation.due_on',
  competency: 'conversation.competency',
  owner: 'conversation.owner',
  comment: 'conversation.comment_text',
  notes: 'conversation.notes_text',
} as const;

/** The block with the two buttons of an answer, so that it can be replaced by what they pressed. */
export function answerRowId(conversationId: string): string {
  return `conversation:${conversationId}`;
}
