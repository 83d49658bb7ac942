/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** The report's person id is the button's value. */
  open: 'assessment.open',
  choose: 'assessment.choose',
  type: 'assessment.type',
  summary: 'assessment.summary',
  /** Leave for the page in the button's value. */
  go: 'assessment.go',
} as const;

export const callbackIds = {
  page: 'assessment.page',
  lastPage: 'assessment.last_page',
  /** Views without a form: loading, given, not possible, trouble. */
  notice: 'assessment.notice',
} as const;

/** Blocks of a competency's page are called as in the check-in; this one stands on the last page. */
export const summaryBlockId = 'last_page:summary';
