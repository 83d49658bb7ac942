import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPayload, visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { putAction, putReveal } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
});
afterEach(() => ladder.stop());

async function me(name: string) {
  const person = ladder.as(name);
  const before = person.messages().length;
  await person.command('/ladder', 'me');
  return ladder.slack.waitFor(() => person.messages()[before]);
}

describe('what somebody reads of themselves', () => {
  it('says that no check-in is open, without a button for one', async () => {
    const message = await me('Sora');
    expect(visibleText(message)).toMatch(/This review\*\nNo check-in is open/);
    expect(visibleText(message)).not.toContain('my check-in');
  });

  it('begins the check-in that is open', async () => {
    await openQuarter(ladder);
    const sora = ladder.as('Sora');
    await sora.click(await me('Sora'), 'Start my check-in');
    await ladder.slack.waitFor(() => reads(sora).includes('Your check-in for Q1 2027'));
    await sora.close({ all: true });
  });

  it('opens the brief once there is one', async () => {
    await openQuarter(ladder);
    await putReveal(ladder, 'Teo', [
      { competency: 'execution', self: 'meeting', view: 'exceeding' },
    ]);
    const teo = ladder.as('Teo');
    await teo.click(await me('Teo'), 'Open my brief');
    await ladder.slack.waitFor(() => reads(teo).includes('your brief for Q1 2027'));
    await teo.close({ all: true });
  });

  it('shows three of five actions, a line each, whole words of a long one, and the way to all', async () => {
    const long = 'Write down what each partner team asked for '.repeat(20);
    for (const [nth, what] of [long, 'B', 'C', 'D', 'E'].entries()) {
      await putAction(ladder, 'Teo', { what, dueOn: `2027-03-1${nth}` });
    }
    const teo = ladder.as('Teo');
    const message = await me('Teo');
    const text = visibleText(message);
    expect(text).toContain('*Actions* · 3 of 5');
    expect(text).toMatch(/Write down what .*asked for…/);
    expect(text).toContain('C · due on');
    expect(text).not.toContain('D · due on');
    await teo.click(message, 'All my actions');
    await ladder.slack.waitFor(() => reads(teo).includes('E'));
    await teo.close({ all: true });
  });

  it('is done with an action at once', async () => {
    const id = await putAction(ladder, 'Teo', { what: 'Shadow two calls', dueOn: '2027-03-10' });
    const teo = ladder.as('Teo');
    await teo.click(await me('Teo'), 'Done');
    const { actionItem } = ladder.ladder.context.db;
    await ladder.slack.waitFor(() => teo.lastMessage()?.text.startsWith('Done.'));
    expect(await actionItem.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'done' });
  });

  it('fits on one screen in a full quarter: a dozen short blocks and one table', async () => {
    await openQuarter(ladder);
    const competencies = ['expertise', 'collaboration', 'impact', 'execution', 'leadership'];
    const answers = competencies.map((competency) => ({
      ...{ competency, self: 'meeting', view: 'exceeding' },
    }));
    await putReveal(ladder, 'Teo', answers);
    for (const what of ['A', 'B', 'C', 'D']) {
      await putAction(ladder, 'Teo', { what, dueOn: '2027-03-20' });
    }
    const { text, blocks } = await me('Teo');
    expect(blocks.filter(({ type }) => type === 'table')).toHaveLength(1);
    expect(blocks.length).toBeLessThanOrEqual(12);
    expect(checkPayload('message', { text, blocks })).toEqual([]);
  });
});
