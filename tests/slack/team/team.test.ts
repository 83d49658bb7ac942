import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveManager } from '../assessment/desk.js';
import { lastRead, personOf, putCheckIn, putConversation, readTeam } from './people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

/** Nine o'clock in New York, where Noor works. */
const opening = '2027-03-03T14:00:00Z';
const digestDay = '2027-03-10T14:00:00Z';

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

function lastMessageOf(firstName: string) {
  const message = ladder.as(firstName).lastMessage();
  if (!message) throw new Error(`${firstName} has no message`);
  return message;
}

describe('the team before the first cycle', () => {
  it('is known by name, with when check-ins open', async () => {
    await arriveAt('2027-03-02T15:00:00Z');
    const text = await readTeam(ladder, 'Noor');
    expect(text).toContain('You have 3 reports. No check-ins are open now. Q1 2027 opens on');
    expect(text).toMatch(/In your team[*\s]+Sora Senior\s+Open\s+Wren Lead/);
    expect(text).toMatch(/No role yet[*\s]+Kit Newcomer/);
  });

  it('says to somebody without reports what to do', async () => {
    expect(await readTeam(ladder, 'Teo')).toContain('set it themselves with `/ladder me`');
  });
});

describe("Noor's digest", () => {
  let before: number;
  beforeEach(async () => {
    await arriveAt(opening);
    ladder.clock.set('2027-03-08T14:00:00Z');
    await putCheckIn(ladder, 'Wren', 'submitted');
    before = ladder.as('Noor').messages().length;
    await arriveAt(digestDay);
  });

  it('comes with her own reminder, in one message', () => {
    expect(lastMessageOf('Noor').text).toBe(
      'Your Q1 2027 check-in is still to do: it is due on Wednesday 17 March. Q1 2027 reviews start on Wednesday 24 March: 1 of 2 check-ins is in.',
    );
    expect(ladder.as('Noor').messages()).toHaveLength(before + 1);
  });

  it('groups by what each asks of her', () => {
    const text = lastRead(ladder, 'Noor');
    expect(text).toMatch(/Ready for your view[*\s]+Wren Lead · sent on Monday 8 March/);
    expect(text).toMatch(/Waiting for their check-in[*\s]+Sora Senior · not started/);
    expect(text).toMatch(/No role yet[*\s]+Kit Newcomer/);
  });

  it('has a Nudge button that says to a screen reader whom it asks', () => {
    const blocks = JSON.stringify(lastMessageOf('Noor').blocks);
    expect(blocks).toContain('"accessibility_label":"Nudge Sora Senior"');
    expect(blocks.match(/team\.nudge/g)).toHaveLength(1);
  });

  it('nudges Sora, shows it in the same place, and leads her to the check-in', async () => {
    // It nudges Sora, and shows it in the same place.
    const digest = lastMessageOf('Noor');
    await ladder.as('Noor').click(digest, 'Nudge Sora Senior');
    const shown = () => {
      const post = ladder
        .as('Noor')
        .messages()
        .find(({ ts }) => ts === digest.ts);
      return post ? visibleText(post) : '';
    };
    await ladder.slack.waitFor(() => shown().includes('nudged on Wednesday 10 March'));
    expect(lastRead(ladder, 'Noor')).toContain('I have asked Sora Senior for their check-in.');
    expect(lastMessageOf('Noor').ephemeralTo).toBe('U0NOOR');
    expect(shown()).toContain('Your Q1 2027 check-in is still to do');
    expect(lastMessageOf('Sora').text).toBe(
      '<@U0NOOR> asks for your Q1 2027 check-in. It is due on Wednesday 17 March.',
    );

    // It leads from the nudge to the check-in.
    const sora = ladder.as('Sora');
    await sora.click(lastMessageOf('Sora'), 'Start');
    await ladder.slack.waitFor(() => sora.modal()?.title?.startsWith('Check-in · 1'));
    await sora.close();
  });

  it('nudges once where the button is pressed twice', async () => {
    await arriveAt('2027-03-11T14:00:00Z');
    const before = ladder.as('Sora').messages().length;
    await readTeam(ladder, 'Noor');
    const list = lastMessageOf('Noor');
    const noor = ladder.as('Noor');
    await Promise.all([
      noor.click(list, 'Nudge Sora Senior'),
      noor.click(list, 'Nudge Sora Senior'),
    ]);
    await ladder.slack.waitFor(() => lastRead(ladder, 'Noor').includes('nudged today'));
    await ladder.slack.waitFor(() => ladder.as('Sora').messages().length > before);
    expect(ladder.as('Sora').messages()).toHaveLength(before + 1);
  });

  it('says that a nudge waits where it is evening for the report', async () => {
    await arriveAt('2027-03-12T23:00:00Z');
    await readTeam(ladder, 'Noor');
    await ladder.as('Noor').click(lastMessageOf('Noor'), 'Nudge Sora Senior');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Noor').includes('nudge on its way'));
    expect(lastRead(ladder, 'Noor')).toContain("outside Sora Senior's working hours");
  });

  it('nudges nobody who has another manager by now', async () => {
    await arriveAt('2027-03-17T13:00:00Z');
    await arriveAt('2027-03-18T13:00:00Z');
    await readTeam(ladder, 'Noor');
    const list = lastMessageOf('Noor');
    await giveManager(ladder, 'Sora', 'Mika');
    const before = ladder.as('Sora').messages().length;
    await ladder.as('Noor').click(list, 'Nudge Sora Senior');
    await ladder.slack.waitFor(() =>
      lastRead(ladder, 'Noor').includes('not in your team any more'),
    );
    expect(ladder.as('Sora').messages()).toHaveLength(before);
    expect(lastRead(ladder, 'Noor')).not.toContain('Sora Senior ·');
  });
});

describe('a manager with nothing left to do', () => {
  it('gets one "all set" and no more', async () => {
    await arriveAt(opening);
    await giveManager(ladder, 'Sora', 'Mika');
    for (const name of ['Teo', 'Rosa', 'Sora']) await putConversation(ladder, name);
    await putCheckIn(ladder, 'Mika', 'submitted');
    const before = ladder.as('Mika').messages().length;
    await arriveAt('2027-03-23T14:00:00Z');
    expect(lastMessageOf('Mika').text).toBe(
      'Q1 2027 reviews start on Wednesday 24 March: all 3 check-ins are in. You are all set: nothing waits for you before then.',
    );
    await arriveAt('2027-03-23T15:00:00Z');
    expect(ladder.as('Mika').messages()).toHaveLength(before + 1);
  });
});

describe('a manager of 200', () => {
  beforeEach(async () => {
    await arriveAt(opening);
    await putCheckIn(ladder, 'Mika', 'submitted');
    const ada = await personOf(ladder, 'Ada');
    const { context, workspace } = ladder.ladder;
    await context.db.person.createMany({
      data: Array.from({ length: 200 }, (_, number) => ({
        workspaceId: workspace.id,
        slackUserId: `U1${number}`,
        name: `Report & <Number> ${'&'.repeat(50)} ${number}`,
        timeZone: 'Pacific/Kiritimati',
        roleKey: number % 4 === 0 ? null : 'associate',
        managerId: ada.id,
      })),
    });
  });

  it('gets a digest that Slack takes, with whole names and how many more there are', async () => {
    await readTeam(ladder, 'Ada');
    ladder.clock.set('2027-03-23T16:30:00Z');
    const { context, workspace } = ladder.ladder;
    await context.db.delivery.deleteMany({
      where: { workspaceId: workspace.id, recipient: { slackUserId: 'U0ADA' } },
    });
    await ladder.sendDue();
    const text = lastRead(ladder, 'Ada');
    expect(text).toContain('1 of 152 check-ins is in');
    expect(text).toMatch(/No role yet[*\s]+Report &amp; &lt;Number&gt; .* 0/);
    expect(text).toMatch(/\d+ more: `\/ladder team`/);
  });

  it('pages through the list, there and back', async () => {
    expect(await readTeam(ladder, 'Ada')).toContain('Page 1 of');
    const ada = ladder.as('Ada');
    await ada.click(lastMessageOf('Ada'), 'More');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Ada').includes('Page 2 of'));
    await ada.click(lastMessageOf('Ada'), 'Back');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Ada').includes('Page 1 of'));
  });
});
