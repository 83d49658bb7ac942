import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import { ProfileReader } from '../../../src/services/person/profile-reader.js';
import { slackDirectory } from '../../../src/slack/bolt/members/directory.js';
import { openReminderWorld, type ReminderWorld, type Team } from '../../services/reminder/world.js';
import { clientOf, localTeamId, workspaceOptions } from '../../support/local-slack.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const manyPeople = Array.from({ length: 450 }, (_, number) => ({
  id: `U0P${number}`,
  name: `Person ${number}`,
  tz: 'Asia/Kathmandu',
}));

let slack: LocalSlack;
let team: Team;
let reader: ProfileReader;
beforeEach(async () => {
  slack = await startLocalSlack(workspaceOptions({ people: manyPeople }));
  team = await world.team();
  reader = new ProfileReader(
    world.context,
    slackDirectory(clientOf(slack), localTeamId),
    team.workspaceId,
  );
});
afterEach(() => slack.close());

/** Remembers the first so many of them, of whom nothing was read yet. */
async function know(count: number) {
  await world.context.db.person.createMany({
    data: manyPeople.slice(0, count).map(({ id }) => ({
      workspaceId: team.workspaceId,
      slackUserId: id,
      name: '',
    })),
  });
}

function unread() {
  return world.context.db.person.count({
    where: { workspaceId: team.workspaceId, profileReadAt: null },
  });
}

const asked = () => slack.calls.map(({ method }) => method);

describe("a person's profile", () => {
  it('is read from Slack, and then not again for a day', async () => {
    await know(2);
    await reader.refresh();
    await reader.refresh();
    expect(asked()).toEqual(['users.info', 'users.info']);
    const row = await world.context.db.person.findFirst({ where: { slackUserId: 'U0P1' } });
    expect(row).toMatchObject({ name: 'Person 1', timeZone: 'Asia/Kathmandu' });
    world.clock.set('2027-03-03T15:00:01Z');
    await reader.refresh();
    expect(asked()).toHaveLength(4);
  });

  it('is read with the whole workspace where many are missing, and strangers are not kept', async () => {
    await know(420);
    await reader.refresh();
    expect(asked()).toEqual(['users.list', 'users.list', 'users.list']);
    expect(await unread()).toBe(0);
    expect(await world.context.db.person.count({ where: { workspaceId: team.workspaceId } })).toBe(
      420,
    );
  });

  it('is marked as gone where Slack knows nobody by the id', async () => {
    await team.add('Nobody', { known: false });
    await reader.refresh();
    const row = await world.context.db.person.findFirst({
      where: { workspaceId: team.workspaceId },
    });
    expect(row?.leftAt).toEqual(world.clock.now());
  });

  it("that Slack can't tell isn't in the others' way", async () => {
    await know(3);
    slack.faults.fail('users.info', 'internal_error');
    await expect(reader.refresh()).rejects.toThrow('internal_error');
    await reader.refresh();
    expect(await unread()).toBe(1);
    world.clock.set('2027-03-02T16:30:00Z');
    await reader.refresh();
    expect(await unread()).toBe(0);
  });

  it('is read from the page on before which Slack failed, and a few are asked about meanwhile', async () => {
    await know(420);
    const directory = slackDirectory(clientOf(slack), localTeamId);
    const { profiles } = await directory.page();
    const onFirstPage = profiles.filter(({ slackUserId }) => slackUserId.startsWith('U0P')).length;
    const failing = {
      ...directory,
      page: async (after?: string) => {
        if (after !== undefined) slack.faults.fail('users.list', 'internal_error');
        return directory.page(after).finally(() => slack.faults.clear());
      },
    };
    reader = new ProfileReader(world.context, failing, team.workspaceId);
    await expect(reader.refresh()).rejects.toThrow('internal_error');
    expect(await unread()).toBe(420 - onFirstPage - 50);
    failing.page = directory.page;
    await reader.refresh();
    expect(asked().filter((method) => method === 'users.list')).toHaveLength(1 + 2 + 2);
    expect(await unread()).toBe(0);
  });

  it('is read from the beginning where Slack has forgotten the place', async () => {
    const directory = slackDirectory(clientOf(slack), localTeamId);
    const forgotten = Buffer.from('a place of yesterday').toString('base64');
    expect(await directory.page(forgotten)).toEqual(await directory.page());
  });
});
