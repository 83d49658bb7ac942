/**
 * Inputs carry the key of their competency, so that Slack never takes what was typed on one page for
 * the input of another. The text of a sheet carries the key of the first, with which it is kept.
 */
export const blockIds = {
  choice: (competency: string) => `choice:${competency}`,
  /**
   * With `drawnAt` a new field: Slack keeps the text of a field with the same id, so this is the
   * only way to change it.
   */
  text: (competency: string, drawnAt?: Date) =>
    `text:${competency}${drawnAt ? `@${drawnAt.getTime()}` : ''}`,
} as const;

/** Values of the radio buttons. */
export const choiceValues = {
  rating: (key: string) => `rating:${key}`,
  noOpportunity: 'no_opportunity',
} as const;
