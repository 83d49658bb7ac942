/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Puts messages off for a while. */
  snooze: 'quiet.snooze',
  /** Opens the form for a longer absence. */
  away: 'quiet.away',
  back: 'quiet.back',
} as const;

export const callbackIds = { away: 'quiet.away', notice: 'quiet.notice' } as const;

/** The form's input: block and action share a name. */
export const throughField = 'quiet.through';

/** The row below a message, so that it can be replaced by what was chosen. */
export const snoozeRowId = 'quiet';
