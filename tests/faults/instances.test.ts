import { afterEach, describe, expect, it } from 'vitest';
import { startFilling } from './support/check-in-person.js';
import { doubledCheckIns, lostOf } from './support/check-in-rows.js';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { countMessages, sendTheRest } from './support/messages.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe.each([
  { instances: 2, mode: 'Socket Mode' },
  { instances: 4, mode: 'HTTP' },
])('$instances instances over $mode, restarted one after the other', ({ instances, mode }) => {
  it('answer, lose nothing and send nothing twice', async () => {
    const company = makeCompany({ managers: 30, reportsEach: 10 });
    const socketMode = mode === 'Socket Mode';
    world = await startWorld({
      storage: 'Postgres',
      company,
      instances,
      socketMode,
      slackTakesMs: 3_000,
    });
    const { slack, servers, storage } = world;
    // The last team fills in; so its messages aren't in the way of the others'.
    const crowd = startFilling(slack, company.reports.slice(-10), {
      atOnce: 4,
      thinkMs: 2_000,
    });
    const codes: (number | null)[] = [];
    const sentMeanwhile: number[] = [];
    for (const server of servers) {
      codes.push((await server.restart()).code);
      sentMeanwhile.push((await countMessages(world)).sent);
    }
    slack.faults.clear();
    await crowd.done;
    await sendTheRest(world);
    const { due, sent, dropped, unknown, lost, twice, left } = await countMessages(world);
    const senders = servers.filter((one) => one.logged('a message was handed to Slack') > 0);
    const lostAnswers = await lostOf(storage, crowd.filled);
    const doubled = await doubledCheckIns(storage);
    const unanswered = crowd.total('silences');
    record({
      scenario: `${instances} instances over ${mode}, restarted in turn`,
      database: storage.name,
      faults: `${instances} × SIGTERM`,
      work: `${crowd.total('pages')} pages, ${due} deliveries by ${senders.length} instances, ${unanswered} presses unanswered`,
      lost: lost.length + left.length + lostAnswers.length,
      twice: twice.length + doubled,
      unknown: `${unknown}`,
    });
    expect(crowd.filled.flatMap(({ broken }) => broken)).toEqual([]);
    // A press may cross the goodbye of a socket or a port; then Slack tells the person to try again.
    expect(unanswered).toBeLessThanOrEqual(instances);
    expect({ codes, lost, twice, left, lostAnswers, doubled }).toEqual({
      codes: servers.map(() => 0),
      lost: [],
      twice: [],
      left: [],
      lostAnswers: [],
      doubled: 0,
    });
    expect(unknown).toBe(0);
    expect(sent + dropped).toBe(due);
    // Messages were going out when the restarts began, and nobody in particular sends them.
    expect(sentMeanwhile[0]).toBeLessThan(due);
    expect(senders.length).toBeGreaterThan(1);
  });
});
