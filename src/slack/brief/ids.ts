/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /**
   * Opens a brief in a modal; the value is the check-in's id. Several in one block have suffixes:
   * `brief.open:0`, `brief.open:1`.
   */
  open: 'brief.open',
  /** Pages through one, with a suffix; the value says where to. */
  page: 'brief.page',
} as const;

/** What the listeners listen to. */
export const openId = /^brief\.open(:\d+)?$/;
export const pageId = /^brief\.page:/;

export const callbackIds = { brief: 'brief.view' } as const;
