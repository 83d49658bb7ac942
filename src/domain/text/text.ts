/**
 * Every text passes one of these functions before it is checked or measured: people's texts, names
 * from Slack, files. Postgres refuses NUL characters and lone surrogates, together with the whole
 * statement that contains one.
 */

/** All line ends: Windows, old Macs, IBM, Unicode. */
const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/gu;
const controls = /\p{Cc}/gu;
const controlsInTexts = /(?![\n\t])\p{Cc}/gu;

/**
 * Makes a longer text fit to be stored: line breaks become `
 * `, tabs stay, other control characters are removed, lone surrogates become U+FFFD. Everything
 * else stays as typed, without normalisation: spaces and line breaks at both ends too, in what is
 * stored and in what is shown.
 */
export function fitText(text: string): string {
  return wellFormed(text).replace(lineEnds, '\n').replace(controlsInTexts, '');
}

/** Returns whether nothing of a text can be seen, so that it counts as no text at all. */
export function isBlank(text: string): boolean {
  return withoutInvisible(text).trim() === '';
}

/** Returns a text as it is, and nothing in place of a blank one. */
export function unlessBlank(text: string): string {
  return isBlank(text) ? '' : text;
}

/** Longer names are cut, so that lists stay readable. */
const longestName = 200;

/**
 * Makes a name fit to be stored and printed, on one line: NFC; line breaks and other white space
 * become single spaces; control characters, bidirectional marks and invisible characters are
 * removed, except for joiners within a sign (emoji) or a word (Persian, Hindi).
 */
export function fitName(text: string): string {
  const shown = wellFormed(text)
    .normalize('NFC')
    .replace(lineEnds, '\n')
    .replace(/[\n\t]/gu, ' ')
    .replace(controls, '');
  const name = withoutInvisible(shown).replace(/\s+/gu, ' ').trim();
  return name.length <= longestName ? name : `${cut(name, longestName - 1).trimEnd()}…`;
}

/**
 * Returns whether `fitName` would change a name by more than its spaces: a name that an operator
 * types is refused then.
 */
export function hasUnprintable(text: string): boolean {
  return withoutInvisible(wellFormed(text)) !== text || /\p{Cc}|[\u2028\u2029\uFFFD]/u.test(text);
}

/** Characters without width that may turn or split the text around them. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB]/gu;
/** Those of them that form a sign or a word together with the character before. */
const joiners = /\u200C|\u200D|\p{Variation_Selector}/u;
const joined =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u;

function replaceInvisible(text: string, replacement: (found: string) => string): string {
  return text.replace(invisible, (found: string, place: number) => {
    const before = [...text.slice(Math.max(place - 2, 0), place)].at(-1) ?? '';
    // A keycap ("1️⃣") begins with a plain digit.
    const isKeycap = found === '\uFE0F' && text[place + 1] === '\u20E3';
    return joiners.test(found) && (joined.test(before) || isKeycap) ? found : replacement(found);
  });
}

/** Returns the text without characters that have no width. */
export function withoutInvisible(text: string): string {
  return replaceInvisible(text, () => '');
}

/**
 * Returns the text as it may be printed in a terminal: on one line, with invisible characters
 * written out ("␛", "<U+202E>"), so that it can't break a list, colour it or turn it round.
 */
export function visible(text: string): string {
  const shown = wellFormed(text).replace(/[\p{Cc}\u2028\u2029]/gu, (found) => {
    const code = found.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : written(found);
  });
  return replaceInvisible(shown, written);
}

const ownStyle = new RegExp(`(${String.fromCharCode(0x1b)}\\[(?:1|2|22)m)`, 'u');

/**
 * The same for a whole output: line breaks and tabs stay, and bold and dim where the terminal can
 * show them (`styled`).
 */
export function visibleLines(text: string, { styled }: { styled: boolean }): string {
  const shown = (part: string) => (styled && ownStyle.test(part) ? part : visible(part));
  const line = (one: string) => one.split(ownStyle).map(shown).join('');
  return text
    .split(/([\n\t])/u)
    .map((part) => (/^[\n\t]$/u.test(part) ? part : line(part)))
    .join('');
}

function written(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Returns the beginning of a text in at most `most` code units, without splitting a sign. */
export function cut(text: string, most: number): string {
  // Finding signs takes long, and most texts are short.
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 2))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/**
 * What people see as one character: "é" and a family's emoji are one each, however they are
 * encoded.
 */
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Replaces lone surrogates with U+FFFD; JSON and Postgres refuse them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
