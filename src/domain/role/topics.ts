import { typosBetween } from '../text/typos.js';
import { singular, wordsOf } from '../text/words.js';

/** Something that people ask about and that is no role and no competency: a page of the product. */
export interface Topic {
  /** What people call it; in plain words. */
  phrases: readonly string[];
}

/** Words with which questions are asked, and that say nothing about what. */
const SMALL_WORDS = new Set(
  `a an the to of for in on at with from about i m ll ve re d s t me we us it its this that there
  here what whats which who whom where when why how is am are be been was do does did can could
  should would will must may want need have has had get got give take open go going use see
  show tell let please and or if so just now some any all`.split(/\s+/u),
);

/** Returns the topic that the words name and nothing else: "what are my actions?". */
export function topicNamed<T extends Topic>(topics: readonly T[], text: string): T | undefined {
  const asked = weighty(text);
  return findPhrase(topics, (phrase) =>
    [asked, asked.filter((word) => word !== 'my')].some(
      (words) => words.length > 0 && words.join(' ') === phrase.join(' '),
    ),
  );
}

/** The same with a typo in a word. A question of small words alone names the phrase that has no others. */
export function topicMisspelt<T extends Topic>(topics: readonly T[], text: string): T | undefined {
  const asked = weighty(text).filter((word) => word !== 'my');
  return findPhrase(
    topics,
    (phrase) =>
      phrase.length === asked.length &&
      phrase.every((word, nth) => isTypoOf(asked[nth] ?? '', word)),
  );
}

/** Returns the topic of which a question speaks among other things: that with the most words. */
export function topicWithin<T extends Topic>(topics: readonly T[], text: string): T | undefined {
  const asked = ` ${weighty(text).join(' ')} `;
  let found: { topic: T; words: number } | undefined;
  for (const topic of topics) {
    for (const phrase of phrasesOf(topic)) {
      if (phrase.length <= (found?.words ?? 0) || !asked.includes(` ${phrase.join(' ')} `))
        continue;
      found = { topic, words: phrase.length };
    }
  }
  return found?.topic;
}

function isTypoOf(asked: string, word: string): boolean {
  return (
    asked === word ||
    (Math.min(asked.length, word.length) >= 5 && typosBetween(asked, word, 1) <= 1)
  );
}

function findPhrase<T extends Topic>(
  topics: readonly T[],
  fits: (phrase: string[]) => boolean,
): T | undefined {
  return topics.find((topic) => phrasesOf(topic).some(fits));
}

const read = new WeakMap<Topic, string[][]>();

function phrasesOf(topic: Topic): string[][] {
  const known = read.get(topic) ?? topic.phrases.map(weighty);
  read.set(topic, known);
  return known;
}

function weighty(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !SMALL_WORDS.has(word))
    .slice(0, 12)
    .map((word) => singular(word.slice(0, 40)));
}
