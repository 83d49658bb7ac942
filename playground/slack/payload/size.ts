const mostMessageCharacters = 13_200;
const mostViewBytes = 250 * 1000;

/** Returns whether the blocks of a message are too long together (`msg_blocks_too_long`). */
export function isTooLong(blocks: unknown): boolean {
  return length(blocks) > mostMessageCharacters;
}

/** Returns the length in words. */
export function tooLong(blocks: unknown): string {
  return `${length(blocks)} characters in all, at most ${mostMessageCharacters}`;
}

/** Returns whether a view is larger than 250 kB (`view_too_large`). */
export function isViewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > mostViewBytes;
}

function length(blocks: unknown): number {
  return JSON.stringify(blocks ?? []).length;
}
