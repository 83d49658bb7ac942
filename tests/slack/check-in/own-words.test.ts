import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openView } from '../assessment/desk.js';
import { answerAll, goOn, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

const sentence =
  'I went through all of the refunds of the last two years with finance and with support, and for each of them we wrote down who had promised what to whom and when '.repeat(
    4,
  );

const texts: [string, string, string][] = [
  ['in one long sentence', sentence, 'I went through all of the refunds'],
  ['of 3,000 emoji', '🌱'.repeat(1500), '🌱🌱🌱'],
  ['in Arabic', 'راجعت كل طلبات الاسترداد مع فريق المالية وفريق الدعم '.repeat(50), 'راجعت كل'],
  ['without a single space', 'x'.repeat(2900), 'xxxx'],
  [
    'with signs that format',
    `*bold* :tada: _low_ ${'and so on '.repeat(60)}`,
    '*bold* :tada: _low_',
  ],
];

describe('a text', () => {
  it.each(texts)(
    '%s begins on the last page and in what was sent, and is read in full on request',
    async (_, text, beginning) => {
      const teo = ladder.as('Teo');
      await openCheckIn(ladder, teo);
      await teo.choose('modal', 'check_in.choose', 'Meeting');
      await teo.type('check_in.type', text);
      await goOn(teo);
      await answerAll(teo, 4);

      const readsAll = async () => {
        expect(reads(teo)).toContain(beginning);
        expect(reads(teo)).toContain('…');
        expect(reads(teo)).not.toContain(text.trim());
        await teo.click('modal', 'Read all');
        await ladder.slack.waitFor(() => reads(teo).includes(text.trim()));
        expect(reads(teo)).toContain('Professional expertise and business orientation');
        expect(reads(teo)).toContain('Meeting');
        await teo.close();
      };
      expect(teo.modal()?.title).toBe('Check-in · last page');
      await readsAll();
      expect(teo.modal()?.title).toBe('Check-in · last page');
      await goOn(teo);
      expect(reads(teo)).toContain('is sent.');
      await readsAll();
      expect(reads(teo)).toContain('is sent.');
    },
  );

  it('that is short is there as it is, with nothing more to read', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'Meeting');
    await teo.type('check_in.type', 'Mapped the *refund* process.');
    await goOn(teo);
    await answerAll(teo, 4);
    expect(reads(teo)).toContain('Mapped the *refund* process.');
    expect(reads(teo)).not.toContain('Read all');
  });
});

describe('spaces and line breaks', () => {
  const spaced: [string, string][] = [
    ['at both ends', '  \n Ran the workshop. \n\n '],
    ['inside', 'One  two   three\n\n\n  - an indent\n\tand a tab'],
    ['that are no plain ones', '\u00a0\u3000Ran the workshop.\u2003\u00a0'],
  ];
  it.each(spaced)('%s come back as typed, in the draft and in what was sent', async (_, text) => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'Meeting');
    await teo.type('check_in.type', text);
    await goOn(teo);
    await answerAll(teo, 4);
    expect(reads(teo)).toContain(text);
    expect(reads(teo)).not.toContain('Read all');
    await teo.type('check_in.needs', text);
    await goOn(teo);
    expect(reads(teo)).toContain('is sent.');
    expect(reads(teo).split(text)).toHaveLength(3);
    await teo.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · last page');
    const fields = JSON.stringify(teo.modal()?.blocks);
    expect(fields).toContain(`"initial_value":${JSON.stringify(text)}`);
  });

  it.each([
    ['plain ones', '  \n\t '],
    ['others', '\u00a0\u3000'],
    ['what has no width', '\u200b\u2060'],
  ])('alone are no text, be it %s', async (_, text) => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'No opportunity yet');
    await ladder.slack.waitFor(() => reads(teo).includes('Why was there no opportunity yet?'));
    await teo.type('check_in.type', text);
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 1 of 5');
    await teo.close({ all: true });
  });
});

describe('the field below a choice', () => {
  it('asks for what was missing while that is what is needed, and keeps what is typed', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    const usual = 'What did you do, when, and what changed because of it?';
    const why = 'Why was there no opportunity yet?';
    expect(reads(teo)).toContain(usual);
    await teo.type('check_in.type', 'No project with <others> & co.');
    await teo.choose('modal', 'check_in.choose', 'No opportunity yet');
    await ladder.slack.waitFor(() => reads(teo).includes(why));
    expect(reads(teo)).not.toContain(usual);
    await teo.choose('modal', 'check_in.choose', 'Developing');
    await ladder.slack.waitFor(() => reads(teo).includes(usual));
    expect(reads(teo)).not.toContain(why);
    await goOn(teo);
    const answers = await ladder.ladder.context.db.checkInAnswer.findMany();
    expect(answers).toMatchObject([
      { text: 'No project with <others> & co.', ratingKey: 'developing', noOpportunity: false },
    ]);
  });

  it('asks for it again when the page is opened anew, and no longer on the next one', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'No opportunity yet');
    await ladder.slack.waitFor(() => reads(teo).includes('Why was there'));
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain('Why was there no opportunity yet?');
    await teo.type('check_in.type', 'No new joiner to buddy.');
    await goOn(teo);
    expect(teo.modal()?.title).toBe('Check-in · 2 of 5');
    expect(reads(teo)).not.toContain('Why was there no opportunity yet?');
  });
});

describe("a manager's view", () => {
  it('says on each page whom and what it is about, and of whom where the name is unknown', async () => {
    const [teo, mika] = [ladder.as('Teo'), ladder.as('Mika')];
    await openCheckIn(ladder, teo);
    await answerAll(teo);
    await goOn(teo);
    await openView(ladder, mika, 'Teo');
    const names = [
      'Professional expertise and business orientation',
      'Collaboration and communication',
      'Internal impact',
      'Execution',
      'Leadership and culture',
    ];
    for (const name of names) {
      expect(reads(mika)).toContain(`Teo Associate · ${name}`);
      await mika.choose('modal', 'assessment.choose', 'Meeting');
      await goOn(mika);
    }
    expect(reads(mika)).toContain('Teo Associate · Q1 2027');
    await ladder.ladder.context.db.person.updateMany({
      where: { slackUserId: teo.id },
      data: { name: '' },
    });
    await mika.click('modal', 'Change: Execution');
    await ladder.slack.waitFor(() => reads(mika).includes(`*<@${teo.id}> · Execution*`));
  });
});
