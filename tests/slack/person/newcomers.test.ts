import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { reads } from '../check-in/desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  // Two days before the cycle opens, 11:00 in Oslo.
  ladder = await startTestLadder({ now: '2027-03-01T10:00:00Z' });
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

const noa = { id: 'U0NOA', name: 'Noa New', tz: 'Europe/Oslo' };
const db = () => ladder.ladder.context.db;
const known = (slackUserId: string) =>
  vi.waitFor(async () => {
    expect(await db().person.count({ where: { slackUserId } })).toBe(1);
  });
const messages = (id = noa.id) => ladder.slack.as(id).messages();
const lastRead = () => {
  const message = messages().at(-1);
  return message ? visibleText(message) : '';
};

/** Joins the workspace, and Slack reports it twice. */
async function join(): Promise<void> {
  await ladder.slack.join(noa);
  await known(noa.id);
  const user = ladder.slack.state().people.find(({ id }) => id === noa.id);
  await ladder.slack.event('team_join', { user: { ...user, team_id: 'T0PLAYGROUND' } });
}

describe('somebody who joins the workspace', () => {
  it('gets the menu of roles in one message, and picks theirs there', async () => {
    await join();
    await Promise.all([ladder.sendDue(), ladder.sendDue()]);
    await ladder.sendDue();
    expect(messages()).toHaveLength(1);
    expect(lastRead()).toContain('Pick your role on the Business Operations ladder to begin.');
    const [message] = messages();
    if (!message) throw new Error('there is no message');
    const joined = ladder.slack.as(noa.id);
    const { options } = await joined.loadOptions(message, 'me.pick_role_load', 'senior');
    expect(options[0]?.value).toBe('senior');
    await joined.choose(message, 'me.pick_role_load', 'senior');
    await vi.waitFor(async () => {
      const { roleKey } = await db().person.findFirstOrThrow({ where: { slackUserId: noa.id } });
      expect(roleKey).toBe('senior');
    });
    ladder.clock.advance({ minutes: 1 });
    await ladder.sendDue();
    await ladder.slack.waitFor(() =>
      messages().some((one) => visibleText(one).includes('Your role on the ladder is set.')),
    );
    // Neither as the review opens: they are invited then.
    ladder.clock.set('2027-03-03T10:00:00Z');
    await ladder.sendDue();
    expect(messages().map(({ text }) => text)).not.toContainEqual(
      expect.stringContaining('no role on the ladder yet'),
    );
  });

  it('gets none where they picked a role by themselves before the message left', async () => {
    await join();
    await db().person.updateMany({
      where: { slackUserId: noa.id },
      data: { roleKey: 'senior' },
    });
    await ladder.sendDue();
    expect(messages()).toHaveLength(0);
  });

  it('gets none as a guest', async () => {
    await ladder.slack.join({ id: 'U0GIL', name: 'Gil Guest', tz: 'Europe/Oslo', isGuest: true });
    await ladder.slack.join(noa);
    await known(noa.id);
    await ladder.sendDue();
    expect(await db().person.count({ where: { slackUserId: 'U0GIL' } })).toBe(0);
    expect(messages('U0GIL')).toHaveLength(0);
  });
});

describe('Kit, who has been here without a role,', () => {
  it('hears of it as the review opens, and Ada gets her line with the problems', async () => {
    expect(ladder.as('Kit').messages()).toHaveLength(0);
    // Nine in New York, 14:00 in London.
    ladder.clock.set('2027-03-03T14:30:00Z');
    await ladder.sendDue();
    await ladder.sendDue();
    expect(
      ladder
        .as('Kit')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['Q1 2027 check-ins are open, and you have no role on the ladder yet.']);
    const ada = ladder.as('Ada');
    const [line, ...more] = ada.messages();
    expect(more).toEqual([]);
    if (!line) throw new Error('Ada has no message');
    expect(visibleText(line)).toContain('Q1 2027: 0 of 6 check-ins are in, 6 not begun.');
    expect(visibleText(line)).toContain('2 problems: 2 people have no role yet.');
    expect(visibleText(line)).not.toContain('Kit');
    await ada.click(line, 'Problems');
    await ladder.slack.waitFor(() => reads(ada).includes('2 people have no role yet'));
    expect(
      ladder
        .as('Teo')
        .messages()
        .map(({ text }) => text)
        .join(),
    ).not.toContain('problems');
  });
});
