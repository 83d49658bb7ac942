import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { lastRead, personOf, putCheckIn, readTeam } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

function lastOf(firstName: string) {
  const message = ladder.as(firstName).lastMessage();
  if (!message) throw new Error(`${firstName} has no message`);
  return message;
}

function reads(firstName: string, words: string) {
  return ladder.slack.waitFor(() => lastRead(ladder, firstName).includes(words));
}

function windowReads(firstName: string, words: string) {
  const shown = () => JSON.stringify(ladder.as(firstName).modal() ?? {});
  return ladder.slack.waitFor(() => shown().includes(words));
}

function homeReads(firstName: string, words: string) {
  const shown = () => JSON.stringify(ladder.as(firstName).home() ?? {});
  return ladder.slack.waitFor(() => shown().includes(words));
}

describe('Rosa in Madrid', () => {
  it('chooses when messages reach her: tomorrow, after her holiday, now that she is back', async () => {
    // Rosa is reminded tomorrow instead, and sees that in the place where she chose it.
    await arriveAt('2027-03-03T08:00:00Z');
    await arriveAt('2027-03-10T08:00:00Z');
    const rosa = ladder.as('Rosa');
    const reminder = lastOf('Rosa');
    await rosa.choose(reminder, 'quiet.snooze', 'Tomorrow');
    await reads('Rosa', 'Your messages wait until');
    expect(lastOf('Rosa').ts).toBe(reminder.ts);
    expect(lastRead(ladder, 'Rosa')).toContain('Your Q1 2027 check-in is still to do');
    let before = rosa.messages().length;
    await arriveAt('2027-03-10T15:00:00Z');
    expect(rosa.messages()).toHaveLength(before);
    await arriveAt('2027-03-11T08:00:00Z');
    expect(rosa.messages()).toHaveLength(before + 1);
    expect(lastOf('Rosa').text).toContain(
      'still to do: it is due on Wednesday 17 March, in 6 days',
    );

    // Rosa says how long she is away, and cannot be so in the past.
    await rosa.click(lastOf('Rosa'), "I'm away until …");
    await windowReads('Rosa', 'The last day on which you are away');
    await rosa.choose('modal', 'quiet.through', '2027-03-10');
    await rosa.submit();
    await windowReads('Rosa', 'That day is past. Pick today or a later day.');
    await rosa.choose('modal', 'quiet.through', '2027-03-16');
    await rosa.submit();
    await windowReads('Rosa', 'Your messages wait until');
    await rosa.close();

    // Rosa gets nothing while she is away, not even a nudge, of which her manager hears.
    before = ladder.as('Rosa').messages().length;
    ladder.clock.set('2027-03-12T09:00:00Z');
    await readTeam(ladder, 'Mika');
    await ladder.as('Mika').click(lastOf('Mika'), 'Nudge Rosa Operations');
    await reads('Mika', 'Rosa Operations gets no messages for now. I will ask them as soon as');
    await arriveAt('2027-03-15T08:00:00Z');
    expect(ladder.as('Rosa').messages()).toHaveLength(before);

    // Rosa reads on Home that her messages wait, and is back with a press.
    await rosa.openHome();
    await homeReads('Rosa', 'Your messages wait until');
    await rosa.click('home', "I'm back");
    await homeReads('Rosa', 'They reach you in your working hours.');
    before = rosa.messages().length;
    await arriveAt('2027-03-15T08:01:00Z');
    expect(rosa.messages()).toHaveLength(before + 1);
    expect(lastOf('Rosa').text).toContain('<@U0MIKA> asks for your Q1 2027 check-in');

    // Rosa can go away from Home as well, and be back from the window.
    await rosa.click('home', "I'm away until …");
    await windowReads('Rosa', 'The last day on which you are away');
    await rosa.choose('modal', 'quiet.through', '2027-03-19');
    await rosa.submit();
    await homeReads('Rosa', 'Your messages wait until');
    await rosa.click('modal', "I'm back");
    await windowReads('Rosa', 'Welcome back.');
    await homeReads('Rosa', 'They reach you in your working hours.');
    await rosa.close();
  });
});

describe('Mika, who was away for two steps', () => {
  it('gets her reminder and the digest as one message, and hears once that both wait no more', async () => {
    // Mika gets her reminder and the digest as one message, and can put both off.
    const mika = ladder.as('Mika');
    await arriveAt('2027-03-10T08:00:00Z');
    const { context } = ladder.ladder;
    const person = await personOf(ladder, 'Mika');
    await context.db.person.update({
      where: { id: person.id },
      data: { awayThrough: new Date('2027-03-17T00:00:00Z') },
    });
    await putCheckIn(ladder, 'Teo', 'submitted');
    let before = mika.messages().length;
    await arriveAt('2027-03-17T08:00:00Z');
    expect(mika.messages()).toHaveLength(before);
    await arriveAt('2027-03-18T08:00:00Z');
    expect(mika.messages()).toHaveLength(before + 1);
    const text = lastRead(ladder, 'Mika');
    expect(text).toContain('Your Q1 2027 check-in is still to do');
    expect(text).toMatch(/Ready for your view[*\s]+Teo Associate/);
    await mika.choose(lastOf('Mika'), 'quiet.snooze', 'In three days');
    await reads('Mika', 'Your messages wait until');

    // Mika presses twice, and gets one message, ten minutes after the last press.
    await Promise.allSettled([
      mika.click(lastOf('Mika'), "I'm back"),
      mika.click(lastOf('Mika'), "I'm back"),
    ]);
    await reads('Mika', 'Welcome back.');
    before = mika.messages().length;
    await arriveAt('2027-03-18T08:05:00Z');
    expect(mika.messages()).toHaveLength(before);
    await arriveAt('2027-03-18T08:10:00Z');
    await arriveAt('2027-03-18T08:11:00Z');
    expect(mika.messages()).toHaveLength(before + 1);
  });
});

it('While the database is away, the form says so and keeps the day', async () => {
  const teo = ladder.as('Teo');
  await teo.openHome();
  await homeReads('Teo', "I'm away until");
  await teo.click('home', "I'm away until …");
  await windowReads('Teo', 'The last day on which you are away');
  await teo.choose('modal', 'quiet.through', '2027-03-19');
  ladder.database.cut();
  await teo.submit();
  ladder.database.restore();
  await windowReads('Teo', 'The day is still here.');
  await teo.submit();
  await windowReads('Teo', 'Your messages wait until');
  await teo.close();
});
