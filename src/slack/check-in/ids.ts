/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  open: 'check_in.open',
  choose: 'check_in.choose',
  type: 'check_in.type',
  proudOf: 'check_in.proud_of',
  next: 'check_in.next',
  needs: 'check_in.needs',
  /** Leave for the page in the button's value. */
  go: 'check_in.go',
  reopen: 'check_in.reopen',
  /** Begin again against the role of today. */
  restart: 'check_in.restart',
} as const;

export const callbackIds = {
  page: 'check_in.page',
  lastPage: 'check_in.last_page',
  /** Views without a form: loading, sent, outside a cycle, trouble. */
  notice: 'check_in.notice',
} as const;

/**
 * Blocks of a competency's page carry its key, so that Slack never takes what was typed on one
 * page for the input of another.
 */
export const blockIds = {
  choice: (competency: string) => `choice:${competency}`,
  /**
   * With `drawnAt` a field of its own: Slack keeps what was typed in a field of the same id, so this
   * is the only way to put other words into it.
   */
  text: (competency: string, drawnAt?: Date) =>
    `text:${competency}${drawnAt ? `@${drawnAt.getTime()}` : ''}`,
  proudOf: 'last_page:proud_of',
  next: 'last_page:next',
  needs: 'last_page:needs',
  trouble: 'check_in:trouble',
} as const;

/** Values of the radio buttons. */
export const choiceValues = {
  rating: (key: string) => `rating:${key}`,
  noOpportunity: 'no_opportunity',
} as const;
