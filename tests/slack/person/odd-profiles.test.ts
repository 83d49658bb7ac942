import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import { ProfileReader } from '../../../src/services/person/profile-reader.js';
import { profileOf, slackDirectory } from '../../../src/slack/bolt/members/directory.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../../services/reminder/world.js';
import { startTestLadder } from '../../support/ladder.js';
import { clientOf, localTeamId, workspaceOptions } from '../../support/local-slack.js';

/** What Slack may say of people, and what is kept of it. */
const odd = [
  { name: 'Nul\0 Character', kept: 'Nul Character' },
  { name: 'Half \ud83d emoji', kept: 'Half \ufffd emoji' },
  { name: 'Other half \ude80', kept: 'Other half \ufffd' },
  { name: 'Two\r\nlines', kept: 'Two lines' },
  { name: '\u001b[31mRed', kept: '[31mRed' },
  { name: '\u202eTurned\u202c', kept: 'Turned' },
  { name: 'Z\u200be\u200br\ufeffo', kept: 'Zero' },
  { name: 'A Name 👩‍💻', kept: 'A Name 👩‍💻' },
  { name: 'x'.repeat(5000), kept: `${'x'.repeat(199)}…` },
  { name: 'No zone', tz: 'Moon/Base', zone: 'UTC', kept: 'No zone' },
  { name: 'A zone with NUL', tz: 'Europe/Ber\0lin', zone: 'UTC', kept: 'A zone with NUL' },
  { name: 'Sound', kept: 'Sound' },
].map((one, number) => ({
  zone: 'Asia/Kathmandu',
  tz: 'Asia/Kathmandu',
  id: `U0P${number}`,
  ...one,
}));
const others = Array.from({ length: 50 }, (_, number) => ({
  ...{ id: `U0Q${number}`, name: `Person ${number}`, tz: 'Asia/Kathmandu' },
}));

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

let slack: LocalSlack;
let team: Team;
beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions({ people: [...odd, ...others] }));
  team = await world.team();
});
afterEach(() => slack.close());

async function know(ids: string[]) {
  const { workspaceId } = team;
  const data = ids.map((slackUserId) => ({ workspaceId, slackUserId, name: '' }));
  await world.context.db.person.createMany({ data });
  await new ProfileReader(
    world.context,
    slackDirectory(clientOf(slack), localTeamId),
    workspaceId,
  ).refresh();
  return world.context.db.person.findMany({ where: { workspaceId } });
}

describe('odd profiles among others', () => {
  it('are all kept, and cost the others nothing, read by the list', async () => {
    const rows = await know([...odd, ...others].map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.slackUserId, row]));
    for (const { id, kept, zone } of odd) {
      expect(byId.get(id)).toMatchObject({ name: kept, timeZone: zone });
      expect(byId.get(id)?.profileReadAt).not.toBeNull();
    }
    expect(rows.filter(({ profileReadAt }) => profileReadAt === null)).toEqual([]);
  });

  it('are kept one by one as well', async () => {
    const rows = await know(odd.map(({ id }) => id));
    const byId = new Map(rows.map((row) => [row.slackUserId, row]));
    for (const { id, kept, zone } of odd) {
      expect(byId.get(id)).toMatchObject({ name: kept, timeZone: zone });
    }
  });
});

describe("a user as Slack's API gives them", () => {
  it.each([
    ['no profile at all', { real_name: 'Rosa' }, 'Rosa'],
    [
      'a display name of spaces',
      { profile: { display_name: ' \u200b ', real_name: 'Rosa' } },
      'Rosa',
    ],
    ['a name that is a number', { profile: { display_name: 7, real_name: 'Rosa' } }, 'Rosa'],
    ['a profile that is none', { profile: 'x', name: 'rosa' }, 'rosa'],
    ['nothing but an id', {}, ''],
    ['null everywhere', { name: null, profile: null, tz: null, locale: null, deleted: null }, ''],
  ])('is read with %s', (_, user, name) => {
    expect(profileOf({ id: 'U0ROSA', ...user }, localTeamId)).toMatchObject({
      name,
      timeZone: 'UTC',
    });
  });
});

describe('somebody who changes their name in Slack', () => {
  it('is called so, whatever is in it', async () => {
    const ladder = await startTestLadder();
    const named = async () =>
      (await ladder.ladder.context.db.person.findFirst({ where: { slackUserId: 'U0TEO' } }))?.name;
    const profile = { display_name: 'Te\0o\n\ud83d\u202eAssociate' };
    await ladder.slack.event('user_change', { user: { id: 'U0TEO', tz: 'Nowhere', profile } });
    await expect.poll(named).toBe('Teo \ufffdAssociate');
    await ladder.stop();
  });
});
