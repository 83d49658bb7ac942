import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MinuteJob } from '../../src/jobs/minute-job.js';
import { withReferences } from '../../src/log.js';
import { createMetrics } from '../../src/metrics/index.js';
import { goAway } from '../../src/services/availability/away.js';
import { planMessages, sendReminders } from '../../src/services/reminder/reminders.js';
import { openReminderWorld, type ReminderWorld } from '../services/reminder/world.js';
import { recordingLog } from '../support/recording-log.js';
import { readScrape } from '../support/scrape.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** A team with one person whose invitation is recorded, and a sender that is looked at. */
async function teamWithInvitation() {
  const team = await world.team();
  const teo = await team.add('Teo');
  world.clock.set('2027-03-03T10:00:00Z');
  const { workspaceId, letterbox: messenger } = team;
  await planMessages(world.context, { workspaceId });
  const metrics = createMetrics({ over: 'http' });
  const { log, lines } = recordingLog();
  const context = { ...world.context, log: withReferences(log), observer: metrics.sending };
  const read = async () => readScrape((await metrics.read()).text);
  return {
    teo,
    messenger,
    workspaceId,
    lines,
    metrics,
    read,
    rounds: () => new MinuteJob(context, { workspaceId, messenger }, new AbortController().signal),
    send: () => sendReminders(context, messenger, workspaceId),
    /** What became of deliveries, as "1 invitation sent". */
    async ends() {
      return (await read()).samples
        .filter(({ name, value }) => name === 'ladder_deliveries_total' && value > 0)
        .map(({ labels, value }) => `${value} ${labels.kind} ${labels.end}`);
    },
  };
}

describe('a delivery', () => {
  it.each([
    ['sent', { state: 'sent', channelId: 'D1', ts: '1.0' } as const],
    ['retried', { state: 'retry', afterMs: 1000 } as const],
    ['limited', { state: 'limited', afterMs: 1000 } as const],
    ['failed', { state: 'failed', reason: 'account_inactive' } as const],
    ['unknown', { state: 'unknown', reason: 'TimeoutError' } as const],
  ])('is counted as %s where Slack said so', async (end, outcome) => {
    const { messenger, send, ends } = await teamWithInvitation();
    messenger.answer = () => outcome;
    await send();
    expect(await ends()).toEqual([`1 invitation ${end}`]);
  });

  it('is counted as dropped where the person has left', async () => {
    const { teo, send, ends } = await teamWithInvitation();
    const leftAt = world.clock.now();
    await world.context.db.person.update({ where: { id: teo.id }, data: { leftAt } });
    await send();
    expect(await ends()).toEqual(['1 invitation dropped']);
  });

  it('is counted as postponed where it is night for the person by now', async () => {
    const { teo, send, ends } = await teamWithInvitation();
    const timeZone = 'Pacific/Auckland';
    await world.context.db.person.update({ where: { id: teo.id }, data: { timeZone } });
    await send();
    expect(await ends()).toEqual(['1 invitation postponed']);
  });

  it('is counted as held where the person wants quiet by now', async () => {
    const { teo, workspaceId, send, ends } = await teamWithInvitation();
    await goAway(world.context, { workspaceId, personId: teo.id, through: '2027-03-05' });
    await send();
    expect(await ends()).toEqual(['1 invitation held']);
  });
});

describe("a round of the minute's job", () => {
  it('is counted as done, with when that was, and has one reference on its lines', async () => {
    const { rounds, metrics, read, lines } = await teamWithInvitation();
    const watched = rounds();
    metrics.watchMinuteJob(() => watched.lastSucceededAt);
    expect((await read()).value('ladder_round_last_good_timestamp_seconds')).toBe(0);
    await watched.run();
    const now = await read();
    expect(now.value('ladder_round_seconds_count', { outcome: 'done' })).toBe(1);
    expect(now.value('ladder_round_last_good_timestamp_seconds')).toBe(
      (watched.lastSucceededAt?.getTime() ?? 0) / 1000,
    );
    expect(lines.map(({ fields }) => fields)).toMatchObject([
      { kind: 'invitation', reference: expect.stringMatching(/^\w{6}$/) },
    ]);
  });

  it('has another reference than the round before it', async () => {
    const { rounds, lines, messenger } = await teamWithInvitation();
    messenger.answer = () => ({ state: 'retry', afterMs: 0 });
    await rounds().run();
    world.clock.set('2027-03-03T11:00:00Z');
    await rounds().run();
    const references = lines.map(({ fields }) => (fields as { reference: string }).reference);
    expect(references).toHaveLength(2);
    expect(new Set(references).size).toBe(2);
  });
});
