/** A problem in a file's bytes, with its line (from 1) and what to do. */
export interface ByteProblem {
  line: number;
  message: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The first bytes of files that are no texts. */
const kinds: [string, number[]][] = [
  ['an Excel workbook or another packed file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['packed (gzip)', [0x1f, 0x8b]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
];

function begins(bytes: Uint8Array, sign: number[]): boolean {
  return sign.every((byte, place) => bytes[place] === byte);
}

/** Returns what a file is that is no text, by its first bytes: "a PDF"; undefined if unknown. */
export function otherKind(bytes: Uint8Array): string | undefined {
  return kinds.find(([, sign]) => begins(bytes, sign))?.[0];
}

/** Returns the encoding that the byte order mark of UTF-16 says; undefined without one. */
export function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le';
  return begins(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined;
}

/**
 * Decodes a file as UTF-8, with `
 * ` for every line end (Windows, old Macs) and without a byte order mark. Returns a problem where
 * the bytes are something else.
 */
export function decodeFile(bytes: Uint8Array): { text: string } | { problem: ByteProblem } {
  const kind = otherKind(bytes);
  if (kind) {
    return refused(1, `This is ${kind}, not text. Save it as text in UTF-8 and try again.`);
  }
  if (markedUtf16(bytes)) return refused(1, utf16);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const isUtf16 = bytes.subarray(0, 4).filter((byte) => byte === 0).length === 2;
    return refused(lineAt(bytes, nul), isUtf16 ? utf16 : nulByte);
  }
  try {
    return { text: utf8.decode(bytes).replace(/\r\n?/g, '\n') };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const place = firstWrongByte(bytes);
    const byte = (bytes[place] ?? 0).toString(16).toUpperCase();
    return refused(
      lineAt(bytes, place),
      `This line is not UTF-8 (it has the byte ${byte}, as Windows-1252 and Latin-1 write é or ü). Save the file as UTF-8 and try again.`,
    );
  }
}

const utf16 = 'The file is UTF-16 (Windows calls it Unicode). Save it as UTF-8 and try again.';
const nulByte =
  'This line holds a NUL byte, which no text has. Remove it, or save the file as UTF-8 text again.';

function refused(line: number, message: string): { problem: ByteProblem } {
  return { problem: { line, message } };
}

/** Returns the line of a byte, from 1; lines end with LF, CR LF or CR. */
function lineAt(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let at = 0; at < place; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line += 1;
  }
  return line;
}

/**
 * Returns the position of the first byte that is invalid in UTF-8: the longest valid prefix ends
 * before it.
 */
function firstWrongByte(bytes: Uint8Array): number {
  let sound = 0;
  let broken = bytes.length;
  while (sound < broken) {
    const middle = Math.ceil((sound + broken) / 2);
    if (isSound(bytes.subarray(0, middle))) sound = middle;
    else broken = middle - 1;
  }
  return startOfCharacter(bytes, sound);
}

/** Returns whether the bytes are valid, except for a character that is cut off at their end. */
function isSound(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Returns the position of the first byte of the character that this byte belongs to. */
function startOfCharacter(bytes: Uint8Array, place: number): number {
  let at = place;
  while (at > 0 && place - at < 3 && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at > 0 && (bytes[at - 1] ?? 0) >= 0xc0 ? at - 1 : place;
}
