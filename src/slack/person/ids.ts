/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the form in which I set my role and my manager. */
  open: 'me.open',
  /** A picker of my own role, on its own. */
  pickRole: 'me.pick_role',
  /** A manager's answer to what somebody has chosen; the value is the id of the request. */
  placeYes: 'me.place_yes',
  placeNo: 'me.place_no',
  /** Opens the form in which a manager says who reports to them. */
  claim: 'me.claim',
  /** A person's answer to that; the value is the id of the request. */
  claimYes: 'me.claim_yes',
  claimNo: 'me.claim_no',
  /** Opens the form in which a manager sets a report's role; the value is the report's id. */
  reportRole: 'me.report_role_open',
} as const;

export const callbackIds = {
  save: 'me.save',
  saved: 'me.saved',
  claim: 'me.claim',
  claimed: 'me.claimed',
  reportRole: 'me.report_save',
} as const;

/** The people whom a manager claims: block and action share the name. */
export const claimField = 'me.claim_people';

/** The form's inputs: block and action share a name. */
export const fields = {
  roleKey: 'me.role',
  inRoleSince: 'me.in_role_since',
  managerSlackUserId: 'me.manager',
} as const;

/** The same of the form about a report's role. */
export const reportFields = { roleKey: 'me.report_role', inRoleSince: 'me.report_since' } as const;
