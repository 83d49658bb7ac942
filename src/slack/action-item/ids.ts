/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Shows all actions of the report whose id is the button's value; one's own without a value. */
  list: 'action.list',
  /** These three carry the action's id. */
  done: 'action.done',
  move: 'action.move',
  drop: 'action.drop',
} as const;

export const callbackIds = {
  list: 'action.list',
  move: 'action.move',
  drop: 'action.drop',
  notice: 'action.notice',
} as const;

/** The forms' inputs: block and action share a name. */
export const fields = {
  dueOn: 'action.due_on',
  reason: 'action.reason',
} as const;

/** The block with an action's buttons, so that it can be replaced when one was pressed. */
export function rowId(actionId: string): string {
  return `action:${actionId}`;
}
