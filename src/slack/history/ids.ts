/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Opens somebody's ratings over the cycles in a window; the value is the person's id. */
  open: 'history.open',
  /** Shows them as a message with charts, which a window can't have. */
  chart: 'history.chart',
  /** Pages through them, with a suffix; the value says where to. */
  page: 'history.page',
} as const;

export const callbackIds = { history: 'history.view' } as const;
