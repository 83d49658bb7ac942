import type { Topic } from './topics.js';

/** The words that are inserted into a prompt as they are. */
export interface PromptWords {
  /** The names of the two people. */
  report: string;
  manager: string;
  /** The date until which something could change: "24 June", "the next review". */
  by: string;
}

/**
 * Returns a question for the two about one competency: plain, curious, never against either of
 * them. For a missing opportunity it asks the manager, who can provide one.
 */
export function promptFor({ kind, row }: Topic, words: PromptWords): string {
  const { report, manager, by } = words;
  switch (kind) {
    case 'no_opportunity':
      return `${missing(row, words)} ${manager}, what could change that by ${by}?`;
    case 'self_higher':
      return `${report} sees more here than ${manager} does. What did each of you look at?`;
    case 'manager_higher':
      return `${manager} sees more here than ${report} does. What has ${manager} noticed that ${report} may take for granted?`;
    case 'one_sided':
      return 'Only one of you has a rating here. How would the other describe it?';
    case 'alike_strong':
      return `You both see a strength here. Where else could ${report} use it, and who could learn from it?`;
    case 'alike_middle':
      return `You see this alike. What would the next step look like by ${by}?`;
    case 'alike_low':
      return `You see this alike. What would help ${report} most by ${by}?`;
  }
}

function missing({ self, manager }: Topic['row'], words: PromptWords): string {
  if (self.kind === manager.kind) return `Neither of you saw an opportunity yet.`;
  if (self.kind === 'no_opportunity') return `${words.report} had no opportunity yet.`;
  return `${words.manager} saw no opportunity for ${words.report} yet.`;
}
