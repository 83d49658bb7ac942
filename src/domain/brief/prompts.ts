import type { BriefRow } from './brief.js';
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
 * Returns a prompt for the strength that both see, where there is one, and for each topic in their
 * order; no two ask the same. Throws RangeError for more topics than a brief has.
 */
export function promptsFor(
  { strength, topics }: { strength: BriefRow | undefined; topics: readonly Topic[] },
  words: PromptWords,
): { strength: string | undefined; topics: string[] } {
  const kind = 'alike_strong' as const;
  if (!strength) return { strength: undefined, topics: different(topics, words) };
  const [first, ...others] = different([{ kind, row: strength }, ...topics], words);
  return { strength: first, topics: others };
}

function different(topics: readonly Topic[], words: PromptWords): string[] {
  return topics.map((topic, nth) => {
    const before = topics.slice(0, nth).filter(({ kind }) => kind === topic.kind).length;
    const prompt = promptsOf(topic, words)[before];
    if (prompt === undefined) throw new RangeError(`no other prompt for ${topic.kind}`);
    return prompt;
  });
}

/**
 * Questions for the two about one competency: plain, curious, never against either of them. For a
 * missing opportunity they ask the manager, who can provide one.
 */
function promptsOf({ kind, row }: Topic, words: PromptWords): string[] {
  const { report, manager, by } = words;
  switch (kind) {
    case 'no_opportunity': {
      const fact = missing(row, words);
      return [
        `${fact} ${manager}, what could change that by ${by}?`,
        `${fact} ${manager}, whose work could ${report} join by ${by} to have one?`,
        `${fact} ${manager}, what would be a first small one by ${by}?`,
      ];
    }
    case 'self_higher': {
      const fact = `${report} sees more here than ${manager} does.`;
      return [
        `${fact} What did each of you look at?`,
        `${fact} Which work of ${report}'s may ${manager} not have come across?`,
        `${fact} What would each of you have to see to agree?`,
      ];
    }
    case 'manager_higher': {
      const fact = `${manager} sees more here than ${report} does.`;
      return [
        `${fact} What has ${manager} noticed that ${report} may take for granted?`,
        `${fact} Which moment does ${manager} think of?`,
        `${fact} What does ${report} expect of themselves here?`,
      ];
    }
    case 'one_sided': {
      const fact = 'Only one of you has a rating here.';
      return [
        `${fact} How would the other describe it?`,
        `${fact} What has the other seen of it?`,
        `${fact} What would help the other to say where it stands?`,
      ];
    }
    case 'alike_strong': {
      const fact = 'You both see a strength here.';
      return [
        `${fact} Where else could ${report} use it, and who could learn from it?`,
        `${fact} What made it one?`,
        `${fact} What would it take to keep it one by ${by}?`,
      ];
    }
    case 'alike_middle': {
      const fact = 'You see this alike.';
      return [
        `${fact} What would the next step look like by ${by}?`,
        `${fact} Which part of it would ${report} like to try by ${by}?`,
      ];
    }
    case 'alike_low': {
      const fact = 'You see this alike.';
      return [
        `${fact} What would help ${report} most by ${by}?`,
        `${fact} What stands in the way, and what could be different by ${by}?`,
      ];
    }
  }
}

function missing({ self, manager }: Topic['row'], words: PromptWords): string {
  if (self.kind === manager.kind) return `Neither of you saw an opportunity yet.`;
  if (self.kind === 'no_opportunity') return `${words.report} had no opportunity yet.`;
  return `${words.manager} saw no opportunity for ${words.report} yet.`;
}
