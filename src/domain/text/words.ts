import { fold } from './fold.js';

/** Letters that Unicode does not decompose into a letter and an accent. */
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** What people write for words of titles. */
const ABBREVIATIONS: Record<string, string> = {
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  mgr: 'manager',
  mngr: 'manager',
  mgmt: 'management',
  asst: 'assistant',
  assoc: 'associate',
  prof: 'professional',
  biz: 'business',
  bus: 'business',
  ops: 'operations',
  op: 'operations',
  bizops: 'business operations',
  dir: 'director',
  eng: 'engineer',
};

/**
 * Returns lower case without accents and punctuation, with single spaces: "Sr. Café" becomes "sr
 * cafe".
 */
export function plain(text: string): string {
  return PLAIN_TEXT.test(text) ? plainAscii(text) : plainOfAny(text);
}

/** Most texts: none of their letters or signs has another form. */
const PLAIN_TEXT = /^[\t\n\r -~]*$/;

/** The same as `plainOfAny` does, in a quarter of its time. */
function plainAscii(text: string): string {
  return text
    .toLowerCase()
    .replace(/['`]s\b/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function plainOfAny(text: string): string {
  return fold(text)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœı]/gu, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/'s\b/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/**
 * Returns the plain words of a name or a question, with abbreviations written out and without
 * "and".
 */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(' ')
    .flatMap((word) => (Object.hasOwn(ABBREVIATIONS, word) ? expand(word) : [word]))
    .filter((word) => word !== '' && word !== 'and');
}

function expand(word: string): string[] {
  return (ABBREVIATIONS[word] ?? word).split(' ');
}

/** Returns a word without its plural ending, so that "parties" matches "party", "risks" "risk". */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) {
    return word.slice(0, -1);
  }
  return word;
}
