/** What the listeners and the builders of this feature call things in Slack. */
export const actionIds = {
  /** Clears what was typed before in the form in which it is pressed. */
  clear: 'draft.clear',
} as const;

/** All inputs for prose. */
export const proseBlocks = /^draft:/;

export const blockIds = {
  notice: 'draft.notice',
  /** What is saved, beside an input with something else typed in it. */
  saved: (inputId: string) => `saved.${inputId}`,
} as const;
