import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, fitName, fitText, hasUnprintable, visible } from '../../../src/domain/text/text.js';

describe('a text of sentences', () => {
  it.each([
    ['a NUL character', 'one\0two', 'onetwo'],
    ['half an emoji', 'one\ud83dtwo\ude80', 'one\ufffdtwo\ufffd'],
    ['colours for a terminal', '\u001b[31mred\u009b0m', '[31mred0m'],
    ['line ends of Windows', 'one\r\ntwo', 'one\ntwo'],
    ['line ends of old Macs', 'one\rtwo\r\rthree', 'one\ntwo\n\nthree'],
    ["Unicode's own line ends", 'one\u2028two\u2029three\u0085four', 'one\ntwo\nthree\nfour'],
  ])('is fit to be stored after %s', (_, typed, kept) => {
    expect(fitText(typed)).toBe(kept);
  });

  it.each([
    ['line breaks and tabs', 'one\n\n\ttwo\n'],
    ['an emoji of four bytes', 'launched 🚀'],
    ['a family of joined emoji', '👩‍👩‍👧 and 🏳️‍🌈'],
    ['a letter with its accent apart', 'cafe\u0301'],
    ['Arabic and Hebrew with marks', '\u200fשלום\u200e مرحبا'],
    ['a character that stands for none', 'x\uffffy'],
  ])('keeps %s', (_, typed) => {
    expect(fitText(typed)).toBe(typed);
  });

  it('is the same when it is made fit a second time, and takes no more room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const kept = fitText(typed);
        expect(fitText(kept)).toBe(kept);
        expect(kept.length).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
});

describe('a name', () => {
  it.each([
    ['a line break', 'Rosa\nOperations', 'Rosa Operations'],
    ['a tab and many spaces', ' Rosa\t \u00a0 Operations ', 'Rosa Operations'],
    ['a NUL character', 'Ro\0sa', 'Rosa'],
    ['half an emoji', 'Rosa \ud83d', 'Rosa \ufffd'],
    ['a turn of the direction of writing', 'Rosa\u202egpj.\u2066x\u2069', 'Rosagpj.x'],
    ['zero-width characters', 'Ro\u200bs\u200da\ufeff\u00ad', 'Rosa'],
    ['nothing that can be seen', '\u3164\u200b \u2060', ''],
    ['a letter with its accent apart', 'Jose\u0301', 'José'],
  ])('is on one line and can be seen after %s', (_, given, kept) => {
    expect(fitName(given)).toBe(kept);
  });

  it.each([
    ['joined emoji', 'Rosa 👩‍💻 ❤️‍🔥 1️⃣'],
    ['a Persian word with a joiner', 'می\u200cخواهم'],
    ['a Hindi word with a joiner', 'क्\u200dष'],
    ['an apostrophe and a hyphen', "Anne-Marie O'Neil"],
  ])('keeps %s', (_, given) => {
    expect(fitName(given)).toBe(given);
  });

  it('is cut where it is too long, and never inside a sign', () => {
    expect(fitName('x'.repeat(10_000))).toBe(`${'x'.repeat(199)}…`);
    expect(fitName('👩‍💻'.repeat(100))).toBe(`${'👩‍💻'.repeat(39)}…`);
    expect(cut('a👩‍💻', 4)).toBe('a');
  });

  it.each(['a\nb', 'a\tb', 'a\u001b[31m', 'a\u202eb', 'a\u200bb', '\ud800', 'a\u2028b', 'a\0'])(
    'that somebody types is not taken with what cannot be seen (%j)',
    (typed) => {
      expect(hasUnprintable(typed)).toBe(true);
    },
  );

  it.each(['Q1 2027', 'Frühjahr – 2027', '2027年', 'Q1 👩‍💻'])('is taken as %j', (typed) => {
    expect(hasUnprintable(typed)).toBe(false);
  });
});

describe('what is printed', () => {
  it.each([
    ['\u001b[31mred', '␛[31mred'],
    ['one\r\ntwo\0', 'one␍␊two␀'],
    ['x\u007f\u009b', 'x␡<U+009B>'],
    ['abc\u202ecba', 'abc<U+202E>cba'],
    ['a\u200bb\u{e0041}', 'a<U+200B>b<U+E0041>'],
    ['Rosa 👩‍💻 é', 'Rosa 👩‍💻 é'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('never holds anything that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
      }),
    );
  });
});
