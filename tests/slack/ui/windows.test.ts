import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

type Actor = ReturnType<LocalSlack['as']>;

let ladder: TestLadder;
let rosa: Actor;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  rosa = ladder.as('Rosa');
  await rosa.openHome();
  await ladder.slack.waitFor(() => rosa.home());
});
beforeEach(async () => {
  ladder.slack.faults.clear();
  if (rosa.modal()) await rosa.close({ all: true });
  ladder.logged.length = 0;
});
afterAll(() => ladder.stop());

const titles = () => rosa.modals().map(({ title }) => title);
const errors = () => ladder.logged.filter(({ level }) => level === 'error');
const told = (words: string) =>
  ladder.slack.waitFor(() =>
    rosa.messages({ channel: rosa.dm }).find(({ text }) => text.includes(words)),
  );

/** Presses, and waits until the window on top is another, or shows something else. */
async function press(where: 'home' | 'modal', button: string) {
  const before = rosa.modal();
  await rosa.click(where, button);
  await changed(before);
}

async function changed(before: ReturnType<Actor['modal']>) {
  const shown = JSON.stringify(before?.blocks);
  await ladder.slack.waitFor(() => JSON.stringify(rosa.modal()?.blocks) !== shown);
}

describe('a person who presses four times before anything opens', () => {
  it('gets the fourth window in place of the third, and nothing is said to have failed', async () => {
    await press('home', 'role.help');
    const pushes = () => ladder.slack.calls.filter(({ method }) => method === 'views.push').length;
    const before = pushes();
    ladder.slack.faults.delay('views.push', 300);
    for (let i = 0; i < 3; i++) await rosa.click('modal', 'role.search_open');
    await ladder.slack.waitFor(() => pushes() === before + 3);
    await ladder.ladder.idle();
    expect(titles()).toEqual(['Ladder', 'Search the ladder', 'Search the ladder']);
    expect(errors()).toEqual([]);
    const { method, error } = ladder.slack.calls.at(-1) ?? {};
    expect({ method, error }).toEqual({ method: 'views.update', error: undefined });
    expect(ladder.slack.refusals.splice(0)).toMatchObject([{ error: 'push_limit_reached' }]);
  });
});

describe('a person who closes a window while Ladder fills it', () => {
  it.each(['not_found', 'view_not_found', 'hash_conflict'])(
    'is left alone when Slack says %s',
    async (code) => {
      const before = rosa.messages({ channel: rosa.dm }).length;
      ladder.slack.faults.fail('views.update', code);
      await press('home', 'evidence.open');
      await ladder.slack.waitFor(() => ladder.slack.calls.some(({ error }) => error === code));
      await ladder.ladder.idle();
      expect(errors()).toEqual([]);
      expect(rosa.messages({ channel: rosa.dm })).toHaveLength(before);
    },
  );

  it('and all others with it, before one is laid over them, is left alone', async () => {
    await press('home', 'role.help');
    ladder.slack.faults.fail('views.push', 'not_found');
    await rosa.click('modal', 'role.search_open');
    await ladder.ladder.idle();
    expect(errors()).toEqual([]);
    expect(titles()).toHaveLength(1);
  });
});

describe('a person for whom a window opens too late', () => {
  it.each(['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'])(
    'is told so after %s, without another try at the same trigger',
    async (code) => {
      const calls = () =>
        ladder.slack.calls.filter(({ method }) => /views\.(open|push)/.test(method));
      const before = calls().length;
      ladder.slack.faults.fail('views.open', code);
      await rosa.click('home', 'role.help');
      await told('I was too slow to open that window');
      await ladder.ladder.idle();
      expect(calls().length - before).toBe(1);
      expect(errors()).toEqual([]);
    },
  );
});

describe('a person whose press fails in a window', () => {
  it('reads it on top of that window, where what they typed stays', async () => {
    await press('home', 'role.help');
    await press('modal', 'role.search_open');
    await rosa.type('role.search_words', 'stakeholders');
    await rosa.close();
    ladder.slack.faults.respond('views.push', { status: 503 });
    await rosa.click('modal', 'role.search_open');
    await ladder.slack.waitFor(() =>
      JSON.stringify(rosa.modal()?.blocks).includes("Slack didn't take my answer"),
    );
    expect(titles()).toHaveLength(1);
  });

  it('reads it in their messages with the app where the window is out of reach either', async () => {
    await press('home', 'role.help');
    ladder.slack.faults.respond('views.push', { status: 503 });
    ladder.slack.faults.respond('views.update', { status: 503 });
    await rosa.click('modal', 'role.search_open');
    await told("Slack didn't take my answer");
  });
});
