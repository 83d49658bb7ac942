import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { partsOf } from '../../../src/services/delivery/messenger.js';
import { redrawDue } from '../../../src/services/delivery/redraw.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { importPeople } from '../../../src/services/person/import/import.js';
import { placePerson } from '../../../src/services/person/placing.js';
import { messageFor } from '../../../src/slack/delivery/messages.js';
import { messageBlocks } from '../../../src/slack/messages.js';
import { openReminderWorld } from '../reminder/world.js';

type World = Awaited<ReturnType<typeof openReminderWorld>>;
let world: World;
let team: Awaited<ReturnType<World['team']>>;
let people: Record<'ada' | 'mika' | 'noor' | 'rosa', Person>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** Rosa reports to Mika. There is a cycle that messages are filed under. */
beforeEach(async () => {
  team = await world.team();
  await team.sendAt('2027-03-01T10:00:00Z');
  const ada = await team.add('Ada', { admin: true });
  const [mika, noor] = [await team.add('Mika'), await team.add('Noor')];
  people = { ada, mika, noor, rosa: await team.add('Rosa', { manager: mika }) };
});

const by = () => ({ personId: people.ada.id });
const place = (change: Parameters<typeof placePerson>[1]['change'], who = by()) =>
  placePerson(world.context, {
    ...{ workspaceId: team.workspaceId, by: who, personId: people.rosa.id, change },
  });

/** What was sent, "U0ROSA: words", half an hour later. */
async function told(): Promise<string[]> {
  team.letterbox.letters.splice(0);
  await team.sendAt('2027-03-01T10:30:00Z');
  return team.letterbox.letters.map(({ to, message }) => `${to}: ${textOf(message)}`).sort();
}
const textOf = (message: Parameters<typeof messageFor>[0]) =>
  messageFor(message, { command: '/ladder', blocks: messageBlocks }).text;

describe('another manager', () => {
  it('is told to the person, the old and the new manager, once', async () => {
    await place({ managerSlackUserId: 'U0NOOR' });
    expect(await told()).toEqual([
      'U0MIKA: <@U0ROSA> no longer reports to you.',
      'U0NOOR: <@U0ROSA> reports to you now.',
      'U0ROSA: Your manager on Ladder is <@U0NOOR>. Somebody has set this for you. It was <@U0MIKA>.',
    ]);
    expect(await told()).toEqual([]);
  });

  it('is not told to the admin who becomes it', async () => {
    await place({ managerSlackUserId: 'U0ADA' });
    expect((await told()).filter((line) => line.startsWith('U0ADA'))).toEqual([]);
  });

  it('is told to nobody where it is back within minutes, and once where it goes on', async () => {
    await place({ managerSlackUserId: 'U0NOOR' });
    await place({ managerSlackUserId: 'U0MIKA' });
    expect(await told()).toEqual([]);
  });

  it('is told as it is in the end where it goes on within minutes', async () => {
    await place({ managerSlackUserId: 'U0NOOR' });
    await place({ managerSlackUserId: 'U0ADA' }, { personId: people.ada.id });
    expect(await told()).toEqual([
      'U0MIKA: <@U0ROSA> no longer reports to you.',
      'U0ROSA: Your manager on Ladder is <@U0ADA>. Somebody has set this for you. It was <@U0MIKA>.',
    ]);
  });

  it('is told to both managers, and not to the person who chose it', async () => {
    const own = { workspaceId: team.workspaceId, personId: people.rosa.id };
    const chosen = { roleKey: 'senior', inRoleSince: undefined, managerSlackUserId: 'U0NOOR' };
    await updateOwnAssignment(world.context, own, chosen);
    expect(await told()).toEqual([
      'U0MIKA: <@U0ROSA> no longer reports to you.',
      'U0NOOR: <@U0ROSA> reports to you now.',
    ]);
  });

  it('is told as none where it is taken away', async () => {
    await place({ managerSlackUserId: undefined });
    expect((await told()).at(-1)).toContain('U0ROSA: You have no manager on Ladder');
  });

  it('that has changed again is no longer claimed by what was posted', async () => {
    await place({ managerSlackUserId: 'U0NOOR' });
    await told();
    team.letterbox.edits.splice(0);
    world.clock.set('2027-03-01T10:31:00Z');
    await place({ managerSlackUserId: 'U0MIKA' });
    await redrawDue(world.context, team.letterbox, { workspaceId: team.workspaceId });
    const edits = team.letterbox.edits.map(({ message }) => textOf(message));
    expect([...new Set(edits)].sort()).toEqual([
      'Who reports to you on Ladder was changed, and has changed again since.',
      'Your manager on Ladder is <@U0MIKA>, as before.',
    ]);
  });
});

describe('another role', () => {
  it('is told to the person where somebody else set it, with the manager in one post', async () => {
    await place({ roleKey: 'senior', managerSlackUserId: 'U0NOOR' });
    const [, , rosa] = await told();
    expect(rosa).toContain('Your manager on Ladder is <@U0NOOR>.');
    expect(rosa).toContain('Your role on the ladder is Senior Business Operations Manager.');
    expect(rosa).toContain('It was Business Operations Manager.');
  });

  it('is told to nobody where it is the same', async () => {
    await place({ roleKey: 'manager' });
    expect(await told()).toEqual([]);
  });
});

describe('a file that changes many', () => {
  it('is one message for each manager, whoever many there are; and nothing for who is new', async () => {
    const names = Array.from({ length: 50 }, (_, nth) => `R${nth}`);
    for (const name of names) await team.add(name, { manager: people.mika });
    const rows = [...names, 'FRESH'].map((name, nth) => ({
      ...{ line: nth + 2, slackUserId: `U0${name}`, role: 'manager' },
      ...{ managerSlackUserId: 'U0NOOR', startedOn: '' },
    }));
    const imported = await importPeople(world.context, {
      ...{ workspaceId: team.workspaceId, rows, by: { operator: 'olga' } },
    });
    expect(imported).not.toHaveProperty('problems');
    const lines = await told();
    expect(lines).toHaveLength(52);
    expect(lines[0]).toMatch(
      /^U0MIKA: (<@U0R\d+>, ){9}<@U0R\d+> and 40 more no longer report to you\.$/,
    );
    expect(lines[1]).toMatch(/^U0NOOR: .* and 40 more report to you now\.$/);
    expect(lines.filter((line) => line.startsWith('U0FRESH'))).toEqual([]);
    const last = team.letterbox.letters.find(({ to }) => to === 'U0NOOR');
    expect(last && partsOf(last.message)).toHaveLength(50);
  });
});
