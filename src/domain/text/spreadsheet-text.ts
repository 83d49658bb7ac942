import { type ByteProblem, decodeFile, markedUtf16, otherKind } from './file-text.js';

/** A text that a spreadsheet program saved. */
export interface SpreadsheetText {
  text: string;
  /** A word that shows whether the encoding was guessed right; undefined where it is certain. */
  guessedFrom?: { line: number; word: string };
}

/** Bytes that mean nothing in Windows-1252. */
const meaningless = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Decodes what spreadsheet programs save as CSV or text: UTF-8, UTF-16 with its byte order mark
 * ("Unicode text"), and else Windows-1252, which has no mark and is a guess. Line ends are `\n`.
 * Returns a problem where the bytes are none of these.
 */
export function decodeSpreadsheet(bytes: Uint8Array): SpreadsheetText | { problem: ByteProblem } {
  const utf16 = markedUtf16(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const read = decodeFile(bytes);
  const isOther = otherKind(bytes) !== undefined || bytes.includes(0);
  if ('text' in read || isOther || bytes.some((byte) => meaningless.includes(byte))) return read;
  const text = withPlainLineEnds(new TextDecoder('windows-1252').decode(bytes));
  return { text, guessedFrom: firstForeignWord(text) };
}

function decodeUtf16(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
): SpreadsheetText | { problem: ByteProblem } {
  const text = withPlainLineEnds(new TextDecoder(encoding).decode(bytes));
  const wrong = text.search(/[\0\uFFFD]/u);
  if (wrong < 0) return { text };
  const line = text.slice(0, wrong).split('\n').length;
  const message =
    'The file begins as UTF-16, but this line is something else. Save it as "CSV UTF-8" and try again.';
  return { problem: { line, message } };
}

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function firstForeignWord(text: string): { line: number; word: string } {
  const found = /[\p{L}\p{N}]*[^\0-\x7f]+[\p{L}\p{N}]*/u.exec(text);
  const before = text.slice(0, found?.index ?? 0);
  return { line: before.split('\n').length, word: (found?.[0] ?? '').slice(0, 40) };
}
