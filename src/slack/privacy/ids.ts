/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens the page. */
  open: 'privacy.open',
  /** Lists everybody who has read something of mine. */
  readings: 'privacy.readings',
  /** To the page of that list in the button's value. */
  page: 'privacy.readings_page',
  /** Shows all that is kept about me. */
  data: 'privacy.data',
  /** To the page of it in the button's value. */
  dataPage: 'privacy.data_page',
  /** Sends all of it to the person as a file. */
  dataFile: 'privacy.data_file',
} as const;

export const callbackIds = {
  page: 'privacy.page',
  readings: 'privacy.readings',
  data: 'privacy.data',
  file: 'privacy.file',
} as const;
