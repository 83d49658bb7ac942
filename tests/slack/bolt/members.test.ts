import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
beforeEach(() => ladder.slack.faults.clear());
afterAll(() => ladder.stop());

const row = (slackUserId: string) =>
  ladder.ladder.context.db.person.findFirst({ where: { slackUserId } });

/** Returns the answer to a person's command; empty without one. */
async function told(userId: string, text: string): Promise<string> {
  const person = ladder.slack.as(userId);
  const before = person.messages().length;
  await person.command('/ladder', text);
  await ladder.ladder.idle();
  return person.messages().slice(before).map(visibleText).join('\n');
}

const forMembers = 'are for full members of this workspace';
const count = (method: string) =>
  ladder.slack.calls.filter((call) => call.method === method).length;

describe('A member whom Ladder doesn’t know', () => {
  test('is kept with name and zone at their first request', async () => {
    ladder.slack.meet({ id: 'U0NIA', name: 'Nia Newcomer', tz: 'Asia/Tokyo' });
    expect(await told('U0NIA', 'me')).toContain('role');
    expect(await row('U0NIA')).toMatchObject({ name: 'Nia Newcomer', timeZone: 'Asia/Tokyo' });
  });

  test('is asked to try again while Slack doesn’t say who they are, and not kept', async () => {
    ladder.slack.meet({ id: 'U0LOU', name: 'Lou Late' });
    ladder.slack.faults.respond('users.info', { status: 500 });
    expect(await told('U0LOU', 'me')).toMatch(
      /Slack didn't tell me in time.*try again in a minute/,
    );
    expect(await row('U0LOU')).toBeNull();
    expect(await told('U0LOU', 'me')).toContain('role');
    expect(await row('U0LOU')).not.toBeNull();
  });

  test('can look up a role even then', async () => {
    ladder.slack.meet({ id: 'U0LEE', name: 'Lee Late' });
    ladder.slack.faults.respond('users.info', { status: 500 });
    expect(await told('U0LEE', 'senior')).toContain('Senior Business Operations Manager');
    expect(await row('U0LEE')).toBeNull();
  });
});

test('Whom Ladder knows doesn’t wait for Slack', async () => {
  const before = count('users.info');
  expect(await told('U0TEO', 'me')).toContain('Business Operations Associate');
  await ladder.slack.as('U0TEO').openHome();
  expect(count('users.info')).toBe(before);
});

describe('A guest', () => {
  beforeAll(() => ladder.slack.meet({ id: 'U0GUEST', name: 'Gus Guest', isGuest: true }));
  const gus = () => ladder.slack.as('U0GUEST');

  test('looks up roles', async () => {
    expect(await told('U0GUEST', 'senior')).toContain('Senior Business Operations Manager');
    expect(await told('U0GUEST', 'about')).not.toContain(forMembers);
  });

  test('is told in help of look-ups only', async () => {
    const help = await told('U0GUEST', 'help');
    expect(help).toContain('/ladder senior');
    expect(help).not.toMatch(/check-in|evidence|\/ladder me|team/);
    expect(await told('U0ROSA', 'help')).toContain('/ladder check-in');
  });

  test.each(['', 'me', 'team', 'check-in', 'evidence', 'next'])(
    'reads that /ladder %s is for members',
    async (text) => {
      expect(await told('U0GUEST', text)).toContain(forMembers);
    },
  );

  test('finds that sentence on Home, and is not kept', async () => {
    await gus().openHome();
    await ladder.ladder.idle();
    expect(JSON.stringify(gus().home())).toContain(forMembers);
    expect(await row('U0GUEST')).toBeNull();
  });
});

describe('A member who becomes a guest', () => {
  test('loses sight at once, is no manager any more, and all they wrote stays', async () => {
    await told('U0NOOR', 'me');
    await ladder.slack.change({ id: 'U0NOOR', isGuest: true });
    await ladder.ladder.idle();
    expect(await told('U0NOOR', 'team')).toContain(forMembers);
    expect(await told('U0NOOR', 'senior')).toContain('Senior');
    expect(await row('U0NOOR')).toMatchObject({ roleKey: 'team-leader', isAdmin: false });
    expect((await row('U0NOOR'))?.leftAt).not.toBeNull();
  });

  test('is one of us again when Slack says so', async () => {
    await ladder.slack.change({ id: 'U0NOOR', isGuest: false });
    await ladder.ladder.idle();
    expect(await told('U0NOOR', 'team')).toContain('Sora');
    expect((await row('U0NOOR'))?.leftAt).toBeNull();
  });
});

describe('What another workspace’s events say', () => {
  test('of somebody with an id of ours renames nobody and makes nobody an admin', async () => {
    const before = await row('U0TEO');
    const user = {
      ...{ id: 'U0TEO', team_id: 'T0OTHER', is_admin: true, tz: 'UTC' },
      profile: { display_name: 'Somebody Else' },
    };
    await ladder.slack.event('user_change', { user });
    await ladder.slack.event('user_change', { user: { ...user, deleted: true } });
    await ladder.slack.event('team_join', { user: { ...user, id: 'U0STRANGER' } });
    await ladder.ladder.idle();
    expect(await row('U0TEO')).toEqual(before);
    expect(await row('U0STRANGER')).toBeNull();
  });

  test.each([
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['an app', { is_bot: true }],
    ['a workflow', { is_workflow_bot: true }],
    ['a stranger', { is_stranger: true }],
    ['somebody who left', { deleted: true }],
  ])('%s who joins is not kept', async (_, flags) => {
    const user = { ...{ id: 'U0JOINS', team_id: 'T0PLAYGROUND', name: 'joins' }, ...flags };
    await ladder.slack.event('team_join', { user });
    await ladder.ladder.idle();
    expect(await row('U0JOINS')).toBeNull();
  });
});
