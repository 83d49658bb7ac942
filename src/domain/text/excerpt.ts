const words = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Returns a text of at most `limit` characters: the whole as it is, or its beginning up to the end of a
 * word, with "…"; then without spaces at its ends. A word that is longer than all of it ends between
 * two characters as people see them.
 */
export function excerpt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = text.trim();
  if (whole.length <= limit) return whole;
  const end = lastEnd(words, whole, limit - 1) || lastEnd(characters, whole, limit - 1);
  return `${whole.slice(0, end).trimEnd()}…`;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where the last segment ends that is whole within the limit; 0 where the first is longer. */
function lastEnd(segmenter: Intl.Segmenter, text: string, limit: number): number {
  let end = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end;
}
