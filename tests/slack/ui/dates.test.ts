import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ ownLocales: true });
  // A morning everywhere between Los Angeles and Madrid, and the invitations are out.
  for (const hour of [8, 14, 17]) {
    ladder.clock.set(new Date(Date.UTC(2027, 2, 3, hour)));
    await ladder.sendDue();
  }
});
afterAll(() => ladder.stop());

describe.each([
  ['Sora, an American', 'Sora', 'Wednesday, March 17', 'September 2, 2024', /\d (March|September)/],
  ['Rosa in Madrid', 'Rosa', 'Wednesday 17 March', '13 January 2025', /(March|January) \d{1,2}\b/],
])('%s reads the days as people write them there', (_, name, due, since, otherWay) => {
  it('in a message that Ladder sends', () => {
    // What somebody is answered may have come after it.
    const text = ladder
      .as(name)
      .messages()
      .find((one) => /\b17\b/.test(one.text))?.text;
    expect(text).toContain(due);
    expect(text).not.toMatch(otherWay);
  });

  it('on Home', async () => {
    const person = ladder.as(name);
    await person.openHome();
    const home = await ladder.slack.waitFor(() => {
      const view = person.home();
      return view && visibleText(view).includes(due) && view;
    });
    expect(visibleText(home)).not.toMatch(otherWay);
  });

  it('in the answer to a command', async () => {
    const person = ladder.as(name);
    await person.command('/ladder', 'me');
    const answer = await ladder.slack.waitFor(() => {
      const last = person.lastMessage();
      return last && visibleText(last).includes(since) && last;
    });
    expect(visibleText(answer)).not.toMatch(otherWay);
  });

  it('in a window', async () => {
    const person = ladder.as(name);
    await person.command('/ladder', 'check-in');
    const window = await ladder.slack.waitFor(() => {
      const top = person.modal();
      return top && visibleText(top).includes(due) && top;
    });
    expect(visibleText(window)).not.toMatch(otherWay);
  });
});

describe('a request of somebody', () => {
  it('writes the days of a message to somebody else as these write them', async () => {
    const noor = ladder.as('Noor');
    ladder.clock.set(new Date(Date.UTC(2027, 2, 10, 14)));
    await ladder.sendDue();
    expect(noor.lastMessage()?.text).toContain('Wednesday, March 24');
    expect(ladder.as('Mika').lastMessage()?.text).toContain('Wednesday 24 March');
  });
});
