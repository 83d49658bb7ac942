import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveManager } from '../assessment/desk.js';
import { goOn, openCheckIn, reads } from '../check-in/desk.js';
import { lastRead, personOf, putAction, putCheckIn, putReveal, readTeam } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

/** Goes to nine o'clock in New York on a day of March 2027 and sends what is due. */
async function newYorkMorning(day: number) {
  const hour = day < 14 ? 14 : 13;
  ladder.clock.set(new Date(Date.UTC(2027, 2, day, hour)));
  await ladder.sendDue();
}

async function noorIs(leftAt: Date | null) {
  const { id } = await personOf(ladder, 'Noor');
  await ladder.ladder.context.db.person.update({ where: { id }, data: { leftAt } });
}
const noorLeaves = () => noorIs(ladder.clock.now());
const noorComesBack = () => noorIs(null);

async function homeOf(firstName: string, words: string, gone?: string): Promise<string> {
  await ladder.as(firstName).openHome();
  return ladder.slack.waitFor(() => {
    const shown = JSON.stringify(ladder.as(firstName).home() ?? {});
    return shown.includes(words) && !(gone && shown.includes(gone)) && shown;
  });
}

async function answer(firstName: string, words: string): Promise<string> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', words);
  await ladder.slack.waitFor(() => person.messages().length > before);
  return lastRead(ladder, firstName);
}

const left = '<@U0NOOR> has left, so for now nobody but you sees your check-in.';
/** A promise that Noor will see something. */
const waiting = /<@U0NOOR>\W*(will|does|sees)/;

/** By surface: what Sora, who reports to Noor, reads there. */
const surfaces: Record<string, () => Promise<string>> = {
  Home: () => homeOf('Sora', 'Start my check-in'),
  '/ladder': () => answer('Sora', ''),
  '/ladder me': () => answer('Sora', 'me'),
  'the first page of her check-in': async () => {
    await openCheckIn(ladder, ladder.as('Sora'));
    return reads(ladder.as('Sora'));
  },
  'the last page of her check-in': async () => {
    const sora = ladder.as('Sora');
    await openCheckIn(ladder, sora);
    for (let page = 0; page < 5; page += 1) {
      await sora.choose('modal', 'check_in.choose', 'Meeting');
      await goOn(sora);
    }
    return reads(sora);
  },
  'her check-in after sending it': async () => {
    await putCheckIn(ladder, 'Sora', 'submitted');
    await openCheckIn(ladder, ladder.as('Sora'));
    return reads(ladder.as('Sora'));
  },
  'her invitation': async () => {
    await newYorkMorning(4);
    return lastRead(ladder, 'Sora');
  },
};

describe('Sora, whose manager has left,', () => {
  it.each(Object.entries(surfaces))('is told on %s, and led to choose', async (name, read) => {
    if (name === 'her invitation') {
      ladder.clock.set('2027-03-03T05:00:00Z');
      await ladder.sendDue();
    } else await newYorkMorning(3);
    await noorLeaves();
    const shown = await read();
    expect(shown).toContain(left);
    expect(shown).toContain('Choose my manager');
    expect(shown).not.toMatch(waiting);
  });

  it.each(Object.entries(surfaces))(
    'reads nothing of it on %s once she is back',
    async (name, read) => {
      if (name === 'her invitation') {
        ladder.clock.set('2027-03-03T05:00:00Z');
        await ladder.sendDue();
      } else await newYorkMorning(3);
      await noorLeaves();
      await noorComesBack();
      const shown = await read();
      expect(shown).not.toContain('has left');
    },
  );

  it('is reminded of it with her check-in', async () => {
    await newYorkMorning(3);
    await noorLeaves();
    await newYorkMorning(10);
    expect(lastRead(ladder, 'Sora')).toContain(left);
  });

  it('chooses Mika, and is told that Mika will see it', async () => {
    await newYorkMorning(3);
    await noorLeaves();
    await homeOf('Sora', 'Choose my manager');
    const sora = ladder.as('Sora');
    await sora.click('home', 'Choose my manager');
    await ladder.slack.waitFor(() => reads(sora).includes('Your manager'));
    await sora.choose('modal', 'me.manager', 'U0MIKA');
    await sora.submit();
    await sora.close({ all: true });
    await openCheckIn(ladder, sora);
    expect(reads(sora)).toContain('<@U0MIKA> will');
    await homeOf('Sora', 'Start my check-in', 'has left');
  });
});

describe('The admin', () => {
  it('sees by name whose manager has left, and no longer once she is back', async () => {
    await newYorkMorning(3);
    await noorLeaves();
    const shown = await homeOf('Ada', 'a manager who left');
    expect(shown).toContain('2 participants have a manager who left');
    const ada = ladder.as('Ada');
    await ada.click('home', 'Run the reviews');
    await ladder.slack.waitFor(() => reads(ada).includes('This round'));
    await ada.click('modal', 'Problems');
    await ladder.slack.waitFor(() => !/This round|One moment/.test(reads(ada)));
    await ada.click('modal', 'Show: 2 participants have a manager who left');
    await ladder.slack.waitFor(() => reads(ada).includes('Sora Senior'));
    expect(reads(ada)).toContain('Wren Lead* · manager was Noor Manager');
    await ada.close({ all: true });
    await noorComesBack();
    await homeOf('Ada', 'This round', 'a manager who left');
  });
});

describe('What waits for a manager who left', () => {
  beforeEach(async () => {
    await newYorkMorning(3);
    await putReveal(ladder, 'Sora');
    await putAction(ladder, 'Sora', {
      what: 'Introduce Sora to the finance team',
      dueOn: '2027-03-10',
      owner: 'Noor',
    });
  });

  it('sends her nothing, and comes to her again when she is back', async () => {
    const before = ladder.as('Noor').messages().length;
    await noorLeaves();
    await newYorkMorning(10);
    expect(ladder.as('Noor').messages()).toHaveLength(before);
    await noorComesBack();
    await ladder.sendDue();
    expect(lastRead(ladder, 'Noor')).toContain('Sora Senior');
  });

  it('goes to the next manager', async () => {
    await noorLeaves();
    await giveManager(ladder, 'Sora', 'Mika');
    expect(await readTeam(ladder, 'Mika')).toMatch(
      /Prepared with the manager before you[*\s]+Sora Senior/,
    );
  });
});
