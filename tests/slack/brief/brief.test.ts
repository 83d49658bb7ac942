import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';
import { growthSentence } from '../../../src/domain/brief/brief.js';
import { openBriefButton } from '../../../src/slack/brief/links.js';
import { actions } from '../../../src/slack/ui/blocks.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { giveManager, giveView, openView, rateAll, sendCheckIn } from '../assessment/desk.js';
import { openQuarter, reads } from '../check-in/desk.js';

let ladder: TestLadder;
/** The readings that were recorded before anybody opened anything. */
let readByGettingIt: number;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
  // What the cycle brings by itself comes first, so that the brief comes alone.
  await ladder.sendDue();
  await sendCheckIn(ladder, 'Rosa', 'I wrote the plan for page');
  const mika = ladder.as('Mika');
  await openView(ladder, mika, 'Rosa');
  await rateAll(mika);
  await giveView(mika);
  await mika.close({ all: true });
  await ladder.sendDue();
  readByGettingIt = await ladder.ladder.context.db.accessLogEntry.count();
});
afterAll(() => ladder.stop());

const isBrief = ({ text }: Message) => text.includes('Both views are in.');
const briefsOf = (name: string) => ladder.as(name).messages().filter(isBrief);
function briefOf(name: string): Message {
  const [brief] = briefsOf(name);
  if (!brief) throw new Error(`${name} has no brief`);
  return brief;
}

/** Opens the brief from a button somewhere, and waits until it can be read. */
async function open(name: string): Promise<string> {
  const person = ladder.as(name);
  if (person.modal()) await person.close({ all: true });
  const { id } = await ladder.ladder.context.db.checkIn.findFirstOrThrow();
  await clientOf(ladder.slack, 'xoxb-test').chat.postMessage({
    channel: person.id,
    text: 'A brief',
    blocks: [actions([openBriefButton(id, 'Open the whole brief')])],
  });
  const message = person.lastMessage();
  if (!message) throw new Error('the message did not arrive');
  await person.click(message, 'Open the whole brief');
  await ladder.slack.waitFor(() => person.modal() && !reads(person).includes('One moment'));
  return reads(person);
}

describe('when both sides are in', () => {
  it('both get the brief, once', async () => {
    await ladder.sendDue();
    expect(briefsOf('Rosa')).toHaveLength(1);
    expect(briefsOf('Mika')).toHaveLength(1);
  });

  it('nobody else gets one', () => {
    for (const name of ['Ada', 'Noor', 'Teo']) expect(briefsOf(name)).toEqual([]);
  });

  it('it says whose and which it is, and nothing of what they see alike or differently', () => {
    expect(briefOf('Rosa').text).toBe(
      'Your brief with <@U0MIKA> for Q1 2027 is ready. Both views are in.',
    );
    for (const name of ['Rosa', 'Mika']) {
      expect(visibleText(briefOf(name))).not.toMatch(
        /Exceeding|Meeting|gap|alike|I wrote the plan/,
      );
    }
  });

  it('each of the two is offered to record the conversation', () => {
    expect(visibleText(briefOf('Mika'))).toContain('Record our conversation');
    expect(visibleText(briefOf('Rosa'))).toContain('Record our conversation');
  });

  it('nobody has read anything by getting it', () => {
    expect(readByGettingIt).toBe(0);
  });

  it('it opens the brief', async () => {
    const rosa = ladder.as('Rosa');
    if (rosa.modal()) await rosa.close({ all: true });
    await rosa.click(briefOf('Rosa'), 'Open the brief');
    await ladder.slack.waitFor(() => reads(rosa).includes('Talk first about'));
    await rosa.close({ all: true });
  });
});

describe('the whole brief', () => {
  it('opens again for both, with what each wrote', async () => {
    for (const name of ['Rosa', 'Mika']) {
      const text = await open(name);
      expect(text).toContain('I wrote the plan for page 0');
      expect(text).toContain(growthSentence);
    }
  });

  it('is noted each time that the manager reads it', async () => {
    const before = await ladder.ladder.context.db.accessLogEntry.count();
    await open('Mika');
    expect(await ladder.ladder.context.db.accessLogEntry.count()).toBe(before + 1);
    await open('Rosa');
    expect(await ladder.ladder.context.db.accessLogEntry.count()).toBe(before + 1);
  });

  it('opens over another window and closes back to it', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.command('/ladder', 'check-in');
    await ladder.slack.waitFor(() => reads(rosa).includes('are both in'));
    await rosa.click('modal', 'Open the brief');
    await ladder.slack.waitFor(() => reads(rosa).includes('Talk first about'));
    await rosa.close();
    expect(reads(rosa)).toContain('are both in');
  });

  it('is not opened for an admin or another manager', async () => {
    for (const name of ['Ada', 'Noor']) {
      const text = await open(name);
      expect(text).toContain("This brief isn't open to you");
      expect(text).not.toContain('I wrote the plan');
    }
  });

  it('says so with a reference while the database is away, and opens afterwards', async () => {
    const rosa = ladder.as('Rosa');
    if (rosa.modal()) await rosa.close({ all: true });
    ladder.database.cut();
    await rosa.click(briefOf('Rosa'), 'Open the brief');
    await ladder.slack.waitFor(() => /the database .* \(ref \w{6}\)/.test(reads(rosa)));
    ladder.database.restore();
    await rosa.click('modal', 'Try again');
    await ladder.slack.waitFor(() => reads(rosa).includes('Talk first about'));
  });

  it('stays closed to a manager who is it no longer, and to the new one', async () => {
    await giveManager(ladder, 'Rosa', 'Noor');
    for (const name of ['Mika', 'Noor']) {
      expect(await open(name)).toContain("This brief isn't open to you");
    }
    await giveManager(ladder, 'Rosa', 'Mika');
  });
});

describe('the log', () => {
  it('has nothing of what they wrote', () => {
    expect(JSON.stringify(ladder.logged)).not.toContain('I wrote the plan');
  });
});
