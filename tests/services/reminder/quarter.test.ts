import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { openReminderWorld, type ReminderWorld, type Team } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** What people do in the quarter, by the instant at which they do it. */
type Events = Record<string, () => Promise<unknown>>;

/** Lives through 1 March to 30 April, three times each day and at each event. */
async function liveThrough(team: Team, events: Events): Promise<void> {
  const hours = Array.from({ length: 61 }, (_, day) =>
    [9, 12, 15].map((hour) => new Date(Date.UTC(2027, 2, 1 + day, hour)).toISOString()),
  ).flat();
  for (const at of [...hours, ...Object.keys(events)].sort()) {
    await team.sendAt(at);
    await events[at]?.();
  }
}

/** How many posts somebody got. */
function postsTo({ letterbox }: Team, { slackUserId }: Person): number {
  return letterbox.letters.filter(({ to }) => to === slackUserId).length;
}

async function talk({ workspaceId }: Team, report: Person, manager: Person): Promise<void> {
  const checkIn = await world.context.db.checkIn.findFirstOrThrow({
    where: { personId: report.id },
  });
  const ref = { workspaceId, personId: manager.id, checkInId: checkIn.id };
  await recordConversation(world.context, ref, '2027-03-25');
  await agreeOn(world.context, ref, {
    ...{ actionItemId: randomUUID(), what: 'Lead two retrospectives', measure: 'Two notes' },
    ...{ dueOn: '2027-04-20', competencyKey: undefined, side: 'report' },
  });
}

it('A quarter brings a report two to five messages, a manager five to nine, and an admin seven more', async () => {
  const team = await world.team();
  const ada = await team.add('Ada', { role: null, admin: true });
  const mika = await team.add('Mika', { manager: ada });
  // Another admin, to whom nobody reports.
  const ida = await team.add('Ida', { role: null, admin: true });
  const [rosa, teo, sora] = [
    await team.add('Rosa', { manager: mika }),
    await team.add('Teo', { manager: mika }),
    await team.add('Sora', { manager: mika }),
  ];
  await liveThrough(team, {
    '2027-03-05T14:00:00.000Z': () => team.submit(rosa),
    '2027-03-08T14:00:00.000Z': () => team.giveView(rosa, mika),
    '2027-03-09T14:00:00.000Z': () => team.submit(mika),
    '2027-03-11T14:00:00.000Z': () => team.submit(teo),
    '2027-03-17T10:00:00.000Z': () => team.giveView(teo, mika),
    '2027-03-25T10:00:00.000Z': () => talk(team, rosa, mika),
    '2027-03-25T10:30:00.000Z': () => talk(team, teo, mika),
  });
  const { told } = team.letterbox;
  const posts = (who: Person) => told.filter((one) => one.endsWith(` ${who.slackUserId}`));
  for (const report of [rosa, teo, sora]) {
    expect(postsTo(team, report), posts(report).join('; ')).toBeGreaterThanOrEqual(2);
    expect(postsTo(team, report), posts(report).join('; ')).toBeLessThanOrEqual(5);
  }
  for (const [manager, most] of [
    [mika, 9],
    [ada, 9 + 6],
  ] as const) {
    expect(postsTo(team, manager), posts(manager).join('; ')).toBeGreaterThanOrEqual(5);
    expect(postsTo(team, manager), posts(manager).join('; ')).toBeLessThanOrEqual(most);
  }
  expect(posts(ida)).toEqual([...Array(6).fill('admin_summary to U0IDA'), 'cycle_closed to U0IDA']);
  const kinds = new Set(told.flatMap((one) => one.split(' to ')[0]?.split(', ') ?? []));
  for (const kind of ['views_waiting', 'cycle_closed', 'brief', 'action_due']) {
    expect([...kinds]).toContain(kind);
  }
}, 180_000);
