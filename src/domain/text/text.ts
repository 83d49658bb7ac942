/**
 * What any text goes through on its way in, before it is looked at or measured: people's words, names
 * from Slack, files. Postgres takes no NUL character and no half of an emoji, and one of them would
 * cost the whole statement that it is in.
 */

/** Everything that ends a line somewhere: Windows, old Macs, IBM, Unicode. */
const lineEnds = /\r\n|[\r\u0085\u2028\u2029]/gu;
const controls = /\p{Cc}/gu;
const controlsInTexts = /(?![\n\t])\p{Cc}/gu;

/**
 * A text of sentences, fit to be stored: line breaks are `\n`, tabs stay, other control characters are
 * left out, halves of characters become U+FFFD. All else stays as it was typed: it isn't normalised.
 */
export function fitText(text: string): string {
  return wellFormed(text).replace(lineEnds, '\n').replace(controlsInTexts, '');
}

/** A longer name than this is cut, so that a list can be read. */
const longestName = 200;

/**
 * A name on one line, fit to be stored and printed: NFC; line breaks and other white space are single
 * spaces; control characters, marks that turn the direction of writing and invisible characters are
 * left out, but for joiners where they form one sign (emoji) or one word (Persian, Hindi).
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
 * Whether a name would be another one after `fitName` but for its spaces: somebody who types a name
 * is told so instead.
 */
export function hasUnprintable(text: string): boolean {
  return withoutInvisible(wellFormed(text)) !== text || /\p{Cc}|[\u2028\u2029\uFFFD]/u.test(text);
}

/** What takes no place and may turn or split what stands around it. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB]/gu;
/** Of that, what forms a sign or a word together with what stands before it. */
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

/** The text without what takes no place. */
export function withoutInvisible(text: string): string {
  return replaceInvisible(text, () => '');
}

/**
 * The text as it may be printed in a terminal: on one line, with what can't be seen written out
 * ("␛", "<U+202E>"), so that it can neither break a list apart, nor colour it, nor turn it round.
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
 * The same for a whole output: line breaks and tabs stay, and bold and dim where a terminal can show
 * them (`styled`).
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

/** The beginning of a text in so many code units at most, without cutting a sign in two. */
export function cut(text: string, most: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, most * 2))) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** What people take for one sign: "é" and a family's emoji are one each, however they are written. */
export const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Halves of characters that need two become U+FFFD; JSON and Postgres refuse them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
