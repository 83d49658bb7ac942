import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../src/domain/text/file-text.js';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const problemOf = (bytes: Uint8Array) => {
  const read = decodeFile(bytes);
  return 'problem' in read ? read.problem : undefined;
};

describe("a file's bytes", () => {
  it.each([
    ['plain UTF-8', 'one\ntwö 🚀\n'],
    ['a byte order mark', '\ufeffone\ntwö 🚀\n'],
    ['Windows line ends', 'one\r\ntwö 🚀\r\n'],
    ['line ends of old Macs', 'one\rtwö 🚀\r'],
    ['mixed line ends', 'one\r\ntwö 🚀\r'],
  ])('are text with %s', (_, text) => {
    expect(decodeFile(Buffer.from(text))).toEqual({ text: 'one\ntwö 🚀\n' });
  });

  it.each([
    ['UTF-16', utf16('\ufeffone'), 1, /UTF-16/],
    ['UTF-16 from the other end', utf16('\ufeffone').swap16(), 1, /UTF-16/],
    ['UTF-16 without a mark', utf16('one\ntwo'), 1, /UTF-16/],
    ['Latin-1', Buffer.from('one\ntwo\nthreé\nfour', 'latin1'), 3, /byte E9/],
    [
      'Windows-1252 with Windows line ends',
      Buffer.from('one\r\n\x93two\x94', 'latin1'),
      2,
      /byte 93/,
    ],
    ['Latin-1 at the very end', Buffer.from('one\ncaf\xe9', 'latin1'), 2, /byte E9/],
    ['half a character at the end', Buffer.from('one\r🚀').subarray(0, 6), 2, /not UTF-8/],
    [
      'a surrogate written as if it were a character',
      Buffer.from([0x61, 0x0a, 0xed, 0xa0, 0x80]),
      2,
      /not UTF-8/,
    ],
    ['a NUL byte', Buffer.from('one\ntwo\nth\0ree'), 3, /NUL byte/],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 1, /Excel workbook/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 1, /old Excel workbook/],
    ['gzip', gzipSync('one'), 1, /gzip/],
  ])('are refused at their line: %s', (_, bytes, line, message) => {
    expect(problemOf(bytes)).toEqual({ line, message: expect.stringMatching(message) });
    expect(problemOf(bytes)?.message).toMatch(/UTF-8/);
  });

  it('never throw, and are refused at a line that there is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const line = problemOf(bytes)?.line ?? 1;
        expect(line).toBeLessThanOrEqual(
          bytes.filter((byte) => byte === 10 || byte === 13).length + 1,
        );
      }),
    );
  });
});
