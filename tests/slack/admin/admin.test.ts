import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
});
afterEach(() => ladder.stop());

async function openPage(name = 'Ada'): Promise<string> {
  await ladder.as(name).command('/ladder', 'admin');
  await untilModal(ladder, name, 'This round');
  return reads(ladder.as(name));
}

async function openSettings(): Promise<string> {
  await openPage();
  await ladder.as('Ada').click('modal', 'Settings');
  await untilModal(ladder, 'Ada', 'Working hours');
  return reads(ladder.as('Ada'));
}

async function openSetting(title: string): Promise<void> {
  await openSettings();
  await ladder.as('Ada').click('modal', `Change: ${title}`);
  await ladder.slack.waitFor(() => ladder.as('Ada').modals().length === 2);
  await untilModal(ladder, 'Ada', title);
}

const workspace = () => ladder.ladder.context.db.workspace.findFirstOrThrow();
const audited = () => ladder.ladder.context.db.auditLogEntry.findMany({ orderBy: { at: 'asc' } });

describe('an admin', () => {
  it('sees how the review goes and who can’t take part, by the command and from Home', async () => {
    await openQuarter(ladder);
    expect(await openPage()).toMatch(/Q1 2027: open since [\s\S]* 0 sent/);
    const ada = ladder.as('Ada');
    await ada.close({ all: true });
    await ada.openHome();
    await ladder.slack.waitFor(() => JSON.stringify(ada.home() ?? '').includes('Run the reviews'));
    await ada.click('home', 'Run the reviews');
    await untilModal(ladder, 'Ada', 'Settings');
  });

  it('sees who is not through, by how far they are, each with their manager', async () => {
    await openQuarter(ladder);
    await ladder.sendDue();
    await openPage();
    await ladder.as('Ada').click('modal', 'Who is not through');
    await untilModal(ladder, 'Ada', 'Not begun');
    expect(inModal(ladder, 'Ada')).toContain('Rosa Operations (Mika Manager)');
  });

  it('finds the page in the help, which nobody else is shown', async () => {
    for (const [name, isShown] of [
      ['Ada', true],
      ['Teo', false],
    ] as const) {
      await ladder.as(name).command('/ladder', 'help');
      await ladder.slack.waitFor(() => ladder.as(name).lastMessage()?.text.startsWith('What you'));
      const help = JSON.stringify(ladder.as(name).lastMessage());
      expect(help.includes('/ladder admin')).toBe(isShown);
    }
  });
});

describe('the settings', () => {
  it('are shown with what they do, and what they usually are where they were changed', async () => {
    const text = await openSettings();
    expect(text).toContain('*How often there is a review:* quarterly');
    expect(text).toContain('*First month of the year:* January');
    expect(text).toContain('*Admins:* the owners and admins in Slack');
    expect(text).not.toContain('usually 9-17');
  });

  it('change at once where no review moves, and the list says so', async () => {
    await openSetting('Working hours');
    const ada = ladder.as('Ada');
    await ada.type('Working hours', '8 - 16');
    await ada.submit();
    await untilModal(ladder, 'Ada', '*Working hours:* 9-17 → 8-16');
    expect(inModal(ladder, 'Ada')).toContain('8-16 (usually 9-17)');
    expect(await workspace()).toMatchObject({ workingFrom: 8, workingTo: 16 });
    expect(await audited()).toMatchObject([
      { subject: 'working_hours', before: '9-17', after: '8-16' },
    ]);
  });

  it('show first what a change does to planned reviews, and change when that is confirmed', async () => {
    await openSetting('How often there is a review');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'How often there is a review', 'half-yearly');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'This changes the reviews that are planned.');
    expect(await workspace()).toMatchObject({ cadence: 'quarterly' });
    await ada.submit();
    await untilModal(ladder, 'Ada', 'quarterly → half-yearly');
    expect(await workspace()).toMatchObject({ cadence: 'half_yearly' });
  });

  it('show it anew where another value is chosen instead of confirming', async () => {
    await openSetting('How often there is a review');
    const ada = ladder.as('Ada');
    for (const cadence of ['half-yearly', 'yearly']) {
      await ada.choose('modal', 'How often there is a review', cadence);
      await ada.submit();
      await untilModal(ladder, 'Ada', 'This changes the reviews that are planned.');
    }
    expect(await workspace()).toMatchObject({ cadence: 'quarterly' });
    expect(await audited()).toEqual([]);
  });

  it('show first how much a shorter time erases, and change when that is confirmed', async () => {
    const { db } = ladder.ladder.context;
    const { id: workspaceId } = await workspace();
    const rosa = await db.person.findFirstOrThrow({ where: { slackUserId: 'U0ROSA' } });
    const note = { workspaceId, personId: rosa.id, note: 'Sailed the ferry' };
    const happenedOn = new Date('2025-06-02');
    await db.evidence.create({ data: { ...note, happenedOn, createdAt: happenedOn } });
    await openSetting('Reviews are kept, months');
    const ada = ladder.as('Ada');
    await ada.type('Reviews are kept, months', '12');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'The next night then erases');
    expect(inModal(ladder, 'Ada')).toContain('1 piece of evidence.');
    expect(inModal(ladder, 'Ada')).not.toContain('ferry');
    expect(await workspace()).toMatchObject({ keepReviewsMonths: 36 });
    await ada.submit();
    await untilModal(ladder, 'Ada', '36 → 12');
    expect(await workspace()).toMatchObject({ keepReviewsMonths: 12 });
    expect(await db.evidence.count()).toBe(1);
  });

  it('show first how many who left a shorter time erases', async () => {
    const { db } = ladder.ladder.context;
    await db.person.updateMany({
      where: { slackUserId: 'U0TEO' },
      data: { leftAt: new Date('2026-12-01T00:00:00Z') },
    });
    await openSetting('People who left are kept, months');
    const ada = ladder.as('Ada');
    await ada.type('People who left are kept, months', '2');
    await ada.submit();
    await untilModal(ladder, 'Ada', '1 person who left.');
    expect(await workspace()).toMatchObject({ keepLeaversMonths: 12 });
    expect(await audited()).toEqual([]);
  });

  it.each([
    ['Working hours', '17-9', 'Write the earlier hour first'],
    ['Working hours', 'all day', '"all day" can\'t be “Working hours”'],
    [
      'Check-ins are due, days before the review',
      '30',
      'Make “Check-ins are due, days before the review” less than',
    ],
    ['Working hours', 'all day', 'Write full hours like 9-17.'],
    ['Reminders, days before the review', '30', 'before anybody was invited'],
    ['Days off', 'Christmas', 'Write days like'],
    ['Working days', 'never', 'Write working days like'],
  ])('say at the field what to do: %s can’t be %s', async (title, typed, sentence) => {
    await openSetting(title);
    await ladder.as('Ada').type(title, typed);
    const { errors } = await ladder.as('Ada').submit();
    expect(errors?.['admin.value']).toContain(sentence);
    expect(await audited()).toEqual([]);
  });

  it('take people as admins, and are no more theirs who is not among them', async () => {
    await openSetting('Admins');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'Admins', [ladder.as('Noor').id]);
    const { errors } = await ada.submit();
    expect(errors?.['admin.value']).toBeUndefined();
    await untilModal(ladder, 'Ada', 'the owners and admins in Slack → ');
    expect(inModal(ladder, 'Ada')).not.toContain('Change');
    await ladder.as('Noor').command('/ladder', 'admin');
    await untilModal(ladder, 'Noor', 'This round');
  });
});

describe('somebody who is no admin', () => {
  it('is told so, and a form that was open before changes nothing', async () => {
    await ladder.as('Teo').command('/ladder', 'admin');
    await untilModal(ladder, 'Teo', 'Only admins can do that');

    await openSetting('Working hours');
    const { db } = ladder.ladder.context;
    await db.person.updateMany({
      where: { slackUserId: ladder.as('Ada').id },
      data: { isAdmin: false },
    });
    await ladder.as('Ada').type('Working hours', '8-16');
    const { errors } = await ladder.as('Ada').submit();
    expect(errors?.['admin.value']).toContain('Only admins can do that');
    expect(await workspace()).toMatchObject({ workingFrom: 9 });
  });
});
