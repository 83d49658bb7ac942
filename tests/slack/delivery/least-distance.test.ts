import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { fillAction, lastOf, openRecordOf, reveal, untilModal } from '../conversation/desk.js';
import { lastRead, readTeam } from '../team/people.js';

let ladder: TestLadder;
let checkInId: string;
beforeEach(async () => {
  ladder = await startTestLadder();
  checkInId = await reveal(ladder);
});
afterEach(() => ladder.stop());

/** Presses 20 times, twenty seconds apart, and all that is due goes out after each. */
async function pressing(press: (nth: number) => Promise<unknown>): Promise<void> {
  for (let nth = 1; nth <= 20; nth += 1) {
    await press(nth);
    await ladder.sendDue();
    ladder.clock.advance({ minutes: 1 / 3 });
  }
}

/** Until the distance is over; then twice, since a second time nothing may come. */
async function tenMinutesLater(): Promise<void> {
  for (const minutes of [10, 0]) {
    ladder.clock.advance({ minutes });
    await ladder.sendDue();
  }
}

/** How many messages with these words somebody has got from now on. */
function counting(firstName: string, words: RegExp): () => number {
  const all = () => ladder.as(firstName).messages();
  const count = () => all().filter(({ text }) => words.test(text)).length;
  const before = count();
  return () => count() - before;
}

async function openRecord(): Promise<void> {
  await openRecordOf(ladder, checkInId);
}

describe('whoever presses 20 times', () => {
  it('reaches the other one at once, and once more ten minutes later with how it ended', async () => {
    // Mika, who changes the record and presses "Tell them now", reaches Teo at once, and ten minutes later with the last day.
    const mika = ladder.as('Mika');
    await openRecord();
    await untilModal(ladder, 'Mika', 'When did you talk?');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Add an action');
    await mika.click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', { what: 'Lead two retrospectives' });
    await untilModal(ladder, 'Mika', 'Tell them now');
    const told = counting('Teo', /recorded that you two talked|changed the record/);
    await pressing(async (nth) => {
      if (nth > 1) {
        await mika.click('modal', 'Change', { nth: 0 });
        await untilModal(ladder, 'Mika', 'Change an action');
        await mika.choose('modal', 'By when?', `2027-06-${String(nth).padStart(2, '0')}`);
        await mika.submit();
        await untilModal(ladder, 'Mika', 'Tell them now');
      }
      await mika.submit();
      await untilModal(ladder, 'Mika', nth === 1 ? 'has the record now' : 'comes as one at');
      expect(told()).toBe(1);
      await mika.close({ all: true });
      await openRecord();
      await untilModal(ladder, 'Mika', 'Add another action');
    });
    await mika.close({ all: true });
    expect(told()).toBe(1);
    await tenMinutesLater();
    expect(told()).toBe(2);
    await ladder.as('Teo').click(lastOf(ladder, 'Teo'), 'Read it');
    await untilModal(ladder, 'Teo', 'due on Sunday 20 June');
    await ladder.as('Teo').close();

    // Teo, who comments, reaches Mika once, and ten minutes later with the last words.
    const teo = ladder.as('Teo');
    const record = lastOf(ladder, 'Teo');
    const heard = counting('Mika', /has commented/);
    await pressing(async (nth) => {
      await teo.click(record, 'Comment');
      await untilModal(ladder, 'Teo', 'What do you see differently');
      await teo.type('What do you see differently, or want to add?', `Thought ${nth} of it`);
      await teo.submit();
      await untilModal(ladder, 'Teo', 'Your comment is kept');
      await teo.close();
    });
    expect(heard()).toBe(1);
    await tenMinutesLater();
    expect(heard()).toBe(2);
    await mika.click(lastOf(ladder, 'Mika'), 'Read it');
    await untilModal(ladder, 'Mika', 'Thought 20 of it');
    await mika.close();

    // The record is not confirmed by a Teo who has read an older message.
    const older = lastOf(ladder, 'Teo');
    await openRecord();
    await untilModal(ladder, 'Mika', 'Add another action');
    await ladder.as('Mika').click('modal', 'Change', { nth: 0 });
    await untilModal(ladder, 'Mika', 'Change an action');
    await ladder.as('Mika').choose('modal', 'By when?', '2027-06-22');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'Tell them now');
    await ladder.as('Mika').close({ all: true });
    await teo.click(older, 'Confirm');
    await ladder.slack.waitFor(() => /nothing is confirmed/.test(lastOf(ladder, 'Teo').text));
    await tenMinutesLater();
    await teo.click(lastOf(ladder, 'Teo'), 'Read it');
    await untilModal(ladder, 'Teo', 'due on Tuesday 22 June');
    await teo.close();
    await teo.click(lastOf(ladder, 'Teo'), 'Confirm');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Teo').includes('You have confirmed this.'));

    // Teo, who moves an action and then does it, reaches Mika once, and ten minutes later with how it ended.
    const heardOfAction = counting('Mika', /you two agreed on|agreed things/);
    await teo.command('/ladder', 'actions');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Teo').includes('Your open actions'));
    await teo.click(lastOf(ladder, 'Teo'), 'All actions');
    await pressing(async (nth) => {
      await untilModal(ladder, 'Teo', 'Lead two retrospectives');
      if (nth === 20) return teo.click('modal', 'Done');
      await teo.click('modal', 'Move');
      await untilModal(ladder, 'Teo', 'By when instead?');
      await teo.type('Why does it move?', 'Another team needs me first');
      await teo.choose('modal', 'By when instead?', `2027-07-${String(nth).padStart(2, '0')}`);
      await teo.submit();
      await untilModal(ladder, 'Teo', 'Moved to');
      await teo.close();
    });
    expect(heardOfAction()).toBe(1);
    await tenMinutesLater();
    expect(heardOfAction()).toBe(2);
    expect(lastOf(ladder, 'Mika').text).toContain('as done');
    await teo.close({ all: true });
  }, 240_000);
});

describe('Mika, who presses Nudge in each of 20 lists', () => {
  it('reaches Rosa once', async () => {
    ladder.clock.set('2027-03-26T14:00:00Z');
    await ladder.sendDue();
    const lists: ReturnType<typeof lastOf>[] = [];
    for (let count = 0; count < 20; count += 1) {
      await readTeam(ladder, 'Mika');
      lists.push(lastOf(ladder, 'Mika'));
    }
    const nudged = counting('Rosa', /asks for your/);
    await pressing(async (nth) => {
      const list = lists[nth - 1];
      if (list) await ladder.as('Mika').click(list, 'Nudge Rosa Operations');
    });
    await ladder.slack.waitFor(() => nudged() === 1);
    await tenMinutesLater();
    expect(nudged()).toBe(1);
  });
});
