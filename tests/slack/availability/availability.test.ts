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

async function quietOf(firstName: string) {
  const { id } = await personOf(ladder, firstName);
  const { db } = ladder.ladder.context;
  return db.person.findUniqueOrThrow({
    where: { id },
    select: { snoozedUntil: true, awayThrough: true },
  });
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
    // Rosa is reminded tomorrow instead, and reads so below the message.
    await arriveAt('2027-03-03T08:00:00Z');
    await arriveAt('2027-03-10T08:00:00Z');
    const rosa = ladder.as('Rosa');
    const reminder = lastOf('Rosa');
    await rosa.choose(reminder, 'quiet.snooze', 'Until tomorrow');
    await reads('Rosa', 'Your messages wait until');
    expect(lastOf('Rosa').ephemeralTo).toBe(rosa.id);
    expect(rosa.messages().some(({ ts }) => ts === reminder.ts)).toBe(true);
    let before = rosa.messages().length;
    await arriveAt('2027-03-10T15:00:00Z');
    expect(rosa.messages()).toHaveLength(before);
    await arriveAt('2027-03-11T08:00:00Z');
    expect(rosa.messages()).toHaveLength(before + 1);
    expect(lastOf('Rosa').text).toContain('still to do: it is due on Wednesday 17 March');

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
  it('gets her reminder and the digest as one message, and not again when she is back sooner', async () => {
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
    await mika.choose(lastOf('Mika'), 'quiet.snooze', 'For three days');
    await reads('Mika', 'Your messages wait until');

    // Mika presses twice, and nothing that she has had comes once more.
    await Promise.allSettled([
      mika.click(lastOf('Mika'), "I'm back"),
      mika.click(lastOf('Mika'), "I'm back"),
    ]);
    await reads('Mika', 'Welcome back.');
    before = mika.messages().length;
    for (const time of ['08:05', '08:10', '08:11']) await arriveAt(`2027-03-18T${time}:00Z`);
    expect(mika.messages()).toHaveLength(before);
  });

  it('reads under a check-in that is sent that there is nothing to put off', async () => {
    await arriveAt('2027-03-03T08:00:00Z');
    const teo = ladder.as('Teo');
    await putCheckIn(ladder, 'Teo', 'submitted');
    await teo.choose(lastOf('Teo'), 'quiet.snooze', 'For three days');
    await reads('Teo', 'What this message was about is over');
    expect(await quietOf('Teo')).toEqual({ snoozedUntil: null, awayThrough: null });
    const rosa = ladder.as('Rosa');
    await rosa.choose(lastOf('Rosa'), 'quiet.snooze', 'For three days');
    await reads('Rosa', 'Your messages wait until');
  });
});

it('Teo is asked once more before he is away for half a year', async () => {
  const teo = ladder.as('Teo');
  await teo.openHome();
  await homeReads('Teo', "I'm away until");
  await teo.click('home', "I'm away until …");
  await windowReads('Teo', 'The last day on which you are away');
  await teo.choose('modal', 'quiet.through', '2027-08-31');
  await teo.submit();
  await windowReads('Teo', 'You would be away through *Tuesday 31 August 2027*, for 183 days');
  expect(await quietOf('Teo')).toMatchObject({ awayThrough: null });
  await teo.choose('modal', 'quiet.through', '2027-10-29');
  await teo.submit();
  await windowReads('Teo', '*Friday 29 October 2027*');
  expect(await quietOf('Teo')).toMatchObject({ awayThrough: null });
  await teo.submit();
  await windowReads('Teo', 'Your messages wait until');
  const awayThrough = new Date('2027-10-29T00:00:00Z');
  expect(await quietOf('Teo')).toMatchObject({ awayThrough });
  await teo.close();
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
