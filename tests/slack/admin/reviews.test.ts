import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
  // A server's minute plans the next cycle as well.
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

async function openReviews(): Promise<string> {
  const ada = ladder.as('Ada');
  await ada.command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'This round');
  await ada.click('modal', 'Reviews');
  await untilModal(ladder, 'Ada', 'Add a review');
  return reads(ada);
}

/** Opens the form of a change, from the list below it. */
async function openForm(button: string, words: string): Promise<void> {
  await openReviews();
  await ladder.as('Ada').click('modal', button);
  await untilModal(ladder, 'Ada', words);
}

const cycle = (name: string) => ladder.ladder.context.db.cycle.findFirst({ where: { name } });
const audited = () => ladder.ladder.context.db.auditLogEntry.count();

describe('an admin’s reviews', () => {
  it('stand there with their dates, how far they are, and what can be done about each', async () => {
    const text = await openReviews();
    expect(text).toMatch(/\*Q1 2027\* · open\n.*review on 24 March 2027\n0 begun and 0 sent of 6/);
    expect(text).toContain('*Q2 2027* · planned');
  });

  it('are moved after a look at what that sends, a day at a time', async () => {
    await openForm('Move: Q2 2027', 'Review on');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'Review on', '2027-07-07');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'What it would send');
    expect(inModal(ladder, 'Ada')).toMatch(/16 June 2027: \d+ messages/);
    expect((await cycle('Q2 2027'))?.reviewOn.toISOString()).not.toContain('2027-07-07');
    await ada.submit();
    await untilModal(ladder, 'Ada', '*Q2 2027* is moved to 7 July 2027.');
    expect((await cycle('Q2 2027'))?.reviewOn.toISOString()).toContain('2027-07-07');
    await ada.close();
    await untilModal(ladder, 'Ada', 'review on 7 July 2027');
  });

  it('are looked at anew where another day is chosen instead of confirming', async () => {
    await openForm('Move: Q2 2027', 'Review on');
    for (const day of ['2027-07-07', '2027-07-08']) {
      await ladder.as('Ada').choose('modal', 'Review on', day);
      await ladder.as('Ada').submit();
      await untilModal(ladder, 'Ada', `review on ${Number(day.slice(-2))} July 2027`);
    }
    expect(await audited()).toBe(0);
  });

  it('are added with a name of their own, or by their month', async () => {
    await openForm('Add a review', 'What people read');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'Review on', '2027-05-19');
    await ada.type('Name', 'Spring <talks> & more');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'What it would send');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'is added, with its review on 19 May 2027.');
    expect(await cycle('Spring <talks> & more')).toMatchObject({ cancelledAt: null });
  });

  it('are added for a team, and say for how many', async () => {
    await openForm('Add a review', 'What people read');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'Review on', '2027-05-19');
    await ada.choose('modal', 'People or manager', [ladder.as('Mika').id]);
    await ada.submit();
    await untilModal(ladder, 'Ada', 'You have chosen people, and the review is for everybody.');
    await ada.choose('modal', 'For', 'team');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'and nobody else is asked for anything');
    expect(await audited()).toBe(0);
    await ada.submit();
    await untilModal(ladder, 'Ada', 'is added, with its review on 19 May 2027.');
    const { db } = ladder.ladder.context;
    const members = await db.cycleMember.findMany({ include: { person: true } });
    expect(members.map(({ person }) => person.slackUserId)).toContain(ladder.as('Teo').id);
    expect(members.map(({ person }) => person.slackUserId)).not.toContain(ladder.as('Mika').id);
    await ada.close();
    await untilModal(ladder, 'Ada', `for ${members.length} people`);
  });

  it('leave somebody out until a day, and ask them again, after a look at what that means', async () => {
    await openForm('Leave somebody out: Q1 2027', 'leaves nobody out');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'People', [ladder.as('Teo').id]);
    await ada.choose('modal', 'Left out until', '2027-03-15');
    await ada.submit();
    await untilModal(ladder, 'Ada', '1 person would be left out until 15 March 2027');
    const { db } = ladder.ladder.context;
    expect(await db.cycleExclusion.count()).toBe(0);
    await ada.submit();
    await untilModal(ladder, 'Ada', '1 person is left out of *Q1 2027*.');
    expect(await db.cycleExclusion.count()).toBe(1);
    await ada.close({ all: true });

    await openForm('Leave somebody out: Q1 2027', 'Teo Associate until 15 March 2027');
    await ada.choose('modal', 'People', [ladder.as('Teo').id]);
    await ada.choose('modal', 'What to do', 'include');
    await ada.submit();
    await untilModal(ladder, 'Ada', '1 person would be asked again');
    await ada.submit();
    await untilModal(ladder, 'Ada', '1 person is asked again in *Q1 2027*.');
    expect(await db.cycleExclusion.count()).toBe(0);
  });

  it('say until when somebody can be left out, and keep what was entered', async () => {
    await openForm('Leave somebody out: Q1 2027', 'leaves nobody out');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'People', [ladder.as('Teo').id]);
    await ada.choose('modal', 'Left out until', '2027-12-24');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'can leave people out until a day after today');
    expect(inModal(ladder, 'Ada')).not.toContain('--');
    expect(JSON.stringify(ada.modal())).toContain('"initial_date":"2027-12-24"');
  });

  it('are closed early, and cancelled, after a look at what that means', async () => {
    await openForm('Close early: Q1 2027', 'no more check-ins and views');
    expect((await cycle('Q1 2027'))?.closedAt).toBeNull();
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', '*Q1 2027* is closed.');
    expect((await cycle('Q1 2027'))?.closedAt).not.toBeNull();
    await ladder.as('Ada').close({ all: true });

    await openForm('Cancel: Q2 2027', 'What they wrote stays theirs');
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', '*Q2 2027* is cancelled.');
    expect((await cycle('Q2 2027'))?.cancelledAt).not.toBeNull();
    expect(await audited()).toBe(2);
  });

  it('ask back about a day on which nobody works', async () => {
    await openForm('Move: Q2 2027', 'Review on');
    await ladder.as('Ada').choose('modal', 'Review on', '2027-07-10');
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', 'is a Saturday, on which nobody works here.');
  });

  it('say what is wrong with a day, keep what was entered, and change nothing', async () => {
    await openForm('Move: Q2 2027', 'Review on');
    await ladder.as('Ada').choose('modal', 'Review on', '2027-01-20');
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', 'is not in the future');
    expect(JSON.stringify(ladder.as('Ada').modal())).toContain('"initial_date":"2027-01-20"');
    expect(await audited()).toBe(0);
  });

  it('are moved once where two admins move the same one: the second is told', async () => {
    await openForm('Move: Q2 2027', 'Review on');
    const ada = ladder.as('Ada');
    await ada.choose('modal', 'Review on', '2027-07-07');
    await ada.submit();
    await untilModal(ladder, 'Ada', 'What it would send');
    const { db } = ladder.ladder.context;
    const moved = { reviewOn: new Date('2027-07-14') };
    await db.cycle.updateMany({ where: { name: 'Q2 2027' }, data: moved });
    await ada.submit();
    await untilModal(ladder, 'Ada', 'Somebody else has moved Q2 2027 to 2027-07-14 meanwhile.');
    expect(await audited()).toBe(0);
  });
});
