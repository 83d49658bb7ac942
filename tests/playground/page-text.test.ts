import { describe, expect, test } from 'vitest';
import { scaleOf } from '../../playground/page/blocks/chart-shapes.js';
import { emojiSign } from '../../playground/page/text/emoji.js';
import { parseInline, parseMrkdwn } from '../../playground/page/text/mrkdwn.js';
import { slackDate, unixToZoned, zonedToUnix } from '../../playground/page/text/slack-date.js';

const text = (words: string) => ({ kind: 'text', text: words });

describe('mrkdwn on the page', () => {
  test('marks work at the edges of words and not inside of them', () => {
    expect(parseInline('*bold* and snake_case_name and 2*3*4')).toEqual([
      { kind: 'bold', children: [text('bold')] },
      text(' and snake_case_name and 2*3*4'),
    ]);
  });

  test('marks nest', () => {
    expect(parseInline('*_both_*')).toEqual([
      { kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] },
    ]);
  });

  test('an unclosed mark, or one with a space inside, is only a sign', () => {
    expect(parseInline('a * b * c and *open')).toEqual([text('a * b * c and *open')]);
  });

  test('escaped signs come back as themselves, once', () => {
    expect(parseInline('a &lt; b &amp;amp; c')).toEqual([text('a < b &amp; c')]);
  });

  test('nothing is marked inside of code', () => {
    expect(parseInline('`*not bold*`')).toEqual([{ kind: 'code', text: '*not bold*' }]);
  });

  test('people, channels, links and everyone are told apart', () => {
    expect(
      parseInline('<@U1> <#C1|general> <https://a.example/?x=1&amp;y=2|here> <!here>').filter(
        ({ kind }) => kind !== 'text',
      ),
    ).toEqual([
      { kind: 'user', id: 'U1', label: '' },
      { kind: 'channel', id: 'C1', label: 'general' },
      { kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'here' },
      { kind: 'broadcast', id: 'here', label: '' },
    ]);
  });

  test('a link to a script is no link', () => {
    expect(parseInline('<javascript:alert(1)|here>')).toEqual([text('<javascript:alert(1)|here>')]);
  });

  test('quoted lines stand together, apart from the others', () => {
    expect(parseMrkdwn('before\n&gt; one\n&gt; two\nafter').map(({ kind }) => kind)).toEqual([
      'lines',
      'quote',
      'lines',
    ]);
  });

  test('a preformatted block keeps its marks and its lines', () => {
    expect(parseMrkdwn('see\n```\na *b*\nc\n```')).toContainEqual({
      kind: 'preformatted',
      text: 'a *b*\nc',
    });
  });

  test('an unknown short name stays readable', () => {
    expect(emojiSign('no_such_emoji')).toBe(':no_such_emoji:');
    expect(emojiSign('anything', '1f389')).toBe('🎉');
  });
});

describe('dates on the page', () => {
  const reader = { tz: 'Asia/Kolkata', locale: 'en-GB', now: new Date('2026-03-02T20:00:00Z') };
  const unix = Date.parse('2026-03-02T19:00:00Z') / 1000;

  test('a day is near or far by the reader’s own calendar', () => {
    expect(slackDate(unix, '{date_short_pretty} at {time}', reader)).toBe('today at 00:30');
    expect(slackDate(unix - 3600 * 24, '{date_pretty}', reader)).toBe('yesterday');
    expect(slackDate(unix - 3600 * 72, '{date_short_pretty}', reader)).toBe('28 Feb 2026');
  });

  test('an unknown part of a format is left as it is', () => {
    expect(slackDate(unix, '{date_num} {moon}', reader)).toBe('2026-03-03 {moon}');
  });

  test('a time in a zone and back is the same, on the days when clocks change too', () => {
    for (const local of ['2026-03-08T01:30', '2026-03-08T03:30', '2026-11-01T12:00']) {
      expect(unixToZoned(zonedToUnix(local, 'America/New_York'), 'America/New_York')).toBe(local);
    }
  });
});

test('a chart begins at nothing and ends at a round number above its highest value', () => {
  const series = [
    {
      name: 'Ratings',
      data: [
        { label: 'Q1', value: 3 },
        { label: 'Q2', value: 17 },
      ],
    },
  ];
  expect(scaleOf({ type: 'bar', series }).ticks).toEqual([0, 5, 10, 15, 20]);
});
