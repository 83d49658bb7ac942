import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registeredNames } from '../../../src/slack/registered.js';
import { section } from '../../../src/slack/ui/blocks.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter } from '../check-in/desk.js';
import { type DrawnWords, drawnWords, takesText } from './drawn-words.js';
import { lookEverywhere } from './looking-everywhere.js';
import { typeEverywhere } from './typing-everywhere.js';

/** What would be markup, a mention, a link or an emoji if it weren't somebody's words. */
const typed = (mark: string) => (mark === 'search' ? question : words(mark));
/** Longer ones are not repeated. */
const question = '«search» & < *e* _f_ `h` :tada: <!channel> 🚀';
const words = (mark: string) =>
  `«${mark}» a & b < c > d *e* _f_ ~g~ \`h\` :tada: <@U0NOOR> <!channel> <https://x.example|y> &amp; &lt;b&gt; 🚀👩‍💻 שלום\n> second line\n• third `;

/** Every window that can be sent, and the words that are typed in it: a new one is added here. */
const windows: Record<string, string[]> = {
  'action.drop': ['dropped'],
  'action.move': ['action_item.reason'],
  // People and a day: no words.
  'admin.erase': [],
  'admin.exclusion': [],
  'admin.nudge': [],
  // A ladder's file: the company's words, and nobody's own.
  'admin.ladder_file': [],
  // A file of ids, roles and days: no words.
  'admin.import_file': [],
  // Choices alone.
  'admin.person': [],
  // The company's name for a review: no words of a person's.
  'admin.review': [],
  // Numbers and days of the workspace's settings, read strictly: no words.
  'admin.set': [],
  'assessment.confirm': [],
  'assessment.last_page': ['assessment.summary'],
  'assessment.page': ['assessment_answer.text'],
  'check_in.last_page': ['check_in.needs', 'check_in.proud_of'],
  'check_in.note': ['check_in_note.note'],
  'check_in.page': ['check_in_answer.text'],
  'conversation.action': ['action_item.measure', 'action_item.what'],
  'conversation.comment': ['conversation.comment', 'conversation.manager_comment'],
  'conversation.held': [],
  'conversation.notes': ['conversation.notes'],
  'conversation.record': [],
  'evidence.form': ['evidence.note'],
  'manager_note.form': ['manager_note.note'],
  'me.claim': [],
  'me.report_save': [],
  'me.save': [],
  'quiet.away': [],
  'role.search': ['search'],
};

/** Where the words are shown: a new place is added here. */
const places: Record<string, string[]> = {
  'action_item.measure': [
    ...['action.drop', 'action.list', 'action.move', 'brief.view', 'conversation.action'],
    ...['conversation.record', 'home', 'team.report'],
  ],
  'action_item.reason': [
    ...['action.list', 'brief.view', 'conversation.record', 'home', 'team.report'],
  ],
  'action_item.what': [
    ...['action.drop', 'action.list', 'action.move', 'brief.view', 'conversation.action'],
    ...['conversation.record', 'home', 'message', 'team.report'],
  ],
  'assessment.summary': ['assessment.notice', 'brief.view'],
  'assessment_answer.text': ['assessment.last_page', 'assessment.notice', 'brief.view'],
  'check_in.needs': ['brief.view', 'check_in.notice'],
  'check_in.proud_of': ['brief.view', 'check_in.notice'],
  'check_in_answer.text': ['brief.view', 'check_in.last_page', 'check_in.notice'],
  'check_in_note.note': ['brief.view', 'history.view'],
  'conversation.comment': ['conversation.comment', 'conversation.record'],
  'conversation.manager_comment': ['conversation.record'],
  'conversation.notes': [
    ...['brief.view', 'conversation.notes', 'conversation.record', 'history.view'],
  ],
  dropped: ['action.list'],
  'evidence.note': ['check_in.page', 'evidence.form', 'evidence.list'],
  'manager_note.note': ['assessment.page', 'team.report'],
  search: ['role.search'],
};

let ladder: TestLadder;
let drawn: DrawnWords[];
let withText: Set<string>;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
  const recording = ladder.slack.record();
  await typeEverywhere(ladder, { typed, isKept: async () => {} });
  await lookEverywhere(ladder, typed);
  const sent = ['Teo', 'Mika', 'Rosa'].flatMap((name) => recording.take(ladder.as(name).id));
  drawn = sent.flatMap(drawnWords);
  withText = new Set(sent.flatMap((one) => takesText(one) ?? []));
}, 120_000);
afterAll(() => ladder.stop());

describe('words that somebody types', () => {
  it('would be found as markup where they were drawn so', () => {
    const blocks = [
      section('Quotes «a» *b*'),
      { type: 'rich_text', elements: [{ type: 'text', text: '«b»' }] },
      { type: 'section', text: { type: 'plain_text', text: '«c»', emoji: true } },
    ];
    const sent = JSON.stringify({ raw: { type: 'modal', callback_id: 'x', blocks } });
    expect(drawnWords(sent).map(({ mark, isLiteral }) => [mark, isLiteral])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
  });

  it('are typed by this test in every window that takes some', () => {
    expect(Object.keys(windows).sort()).toEqual(registeredNames('/ladder').views);
    const typedIn = Object.entries(windows).flatMap(([id, words]) => (words.length > 0 ? id : []));
    expect([...withText].sort()).toEqual(typedIn.sort());
    expect(Object.values(windows).flat().sort()).toEqual(Object.keys(places).sort());
  });

  it('are shown in the places that this test knows', () => {
    const found = Object.fromEntries(
      [...new Set(drawn.map(({ mark }) => mark))].sort().map((mark) => {
        const of = drawn.filter((one) => one.mark === mark);
        return [mark, [...new Set(of.map(({ place }) => place))].sort()];
      }),
    );
    expect(found).toEqual(places);
  });

  it('are nowhere drawn as markup, a mention, a link or an emoji', () => {
    expect(drawn.filter(({ isLiteral }) => !isLiteral)).toEqual([]);
  });

  it('come back as they were typed, whole or shortened at a word, but for spaces at their end', () => {
    for (const { mark, place, text } of drawn) {
      const [before = '', ...after] = oneLine(text).split('…');
      const isWhole = oneLine(text).includes(oneLine(typed(mark)).trim());
      const isShortened =
        after.length > 0 && oneLine(typed(mark)).startsWith(before.slice(before.indexOf('«')));
      expect({ mark, place, text, isFaithful: isWhole || isShortened }).toMatchObject({
        isFaithful: true,
      });
    }
    for (const mark of Object.keys(places)) {
      const whole = drawn.filter(
        (one) => one.mark === mark && one.text.includes(typed(mark).trim()),
      );
      expect(whole.length, mark).toBeGreaterThan(0);
    }
  });
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
