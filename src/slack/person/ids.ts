/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the form in which I set my role and my manager. */
  open: 'me.open',
  /** A picker of my own role, on its own. */
  pickRole: 'me.pick_role',
  /** A manager's answer to what somebody has chosen; the value is the id of the request. */
  placeYes: 'me.place_yes',
  placeNo: 'me.place_no',
} as const;

export const callbackIds = {
  save: 'me.save',
  saved: 'me.saved',
} as const;

/** The form's inputs: block and action share a name. */
export const fields = {
  roleKey: 'me.role',
  inRoleSince: 'me.in_role_since',
  managerSlackUserId: 'me.manager',
} as const;
