/** Characters that people, keyboards and phones use in place of plain ones. */
const dashes = /[\p{Pd}\u02D7\u2043\u2212]/gu;
const singleQuotes = /[\u2018-\u201B\u2032\u00B4\u0060]/gu;
const doubleQuotes = /[\u201C-\u201F\u2033\u00AB\u00BB]/gu;
const unseen = /(?!\s)[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}]/gu;

/**
 * Normalises a text that is typed to look something up: full-width letters and the like become
 * plain ones (NFKC), dashes hyphens, quotation marks straight, spaces single, and invisible
 * characters are removed. The case stays.
 */
export function fold(text: string): string {
  return text
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(/\s+/gu, ' ')
    .trim();
}
