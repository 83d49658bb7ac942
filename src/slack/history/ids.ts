/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Shows somebody's ratings over the cycles; the value is the person's id. */
  open: 'history.open',
  /** Pages through them, with a suffix; the value says where to. */
  page: 'history.page',
} as const;

export const callbackIds = { history: 'history.view' } as const;
