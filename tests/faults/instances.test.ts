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
  it('answer every press, lose nothing and send nothing twice', async () => {
    const company = makeCompany({ managers: 20, reportsEach: 10 });
    const socketMode = mode === 'Socket Mode';
    world = await startWorld({
      storage: 'Postgres',
      company,
      instances,
      socketMode,
      slackTakesMs: 400,
    });
    const { slack, servers, storage } = world;
    // The last team fills in; so its messages aren't in the way of the others'.
    const crowd = startFilling(slack, company.reports.slice(-20), () => 0);
    const codes: (number | null)[] = [];
    for (const server of servers) codes.push((await server.restart()).code);
    const sentBeside = (await countMessages(world)).sent;
    await crowd.done;
    await sendTheRest(world);
    const { due, sent, unknown, lost, twice, left } = await countMessages(world);
    const senders = servers.filter((one) => one.logged('a message was handed to Slack') > 0);
    const lostAnswers = await lostOf(storage, crowd.filled);
    const doubled = await doubledCheckIns(storage);
    record({
      scenario: `${instances} instances over ${mode}, restarted in turn`,
      database: storage.name,
      faults: `${instances} × SIGTERM`,
      work: `${crowd.total('pages')} pages, ${due} deliveries by ${senders.length} instances`,
      lost: lost.length + left.length + lostAnswers.length,
      twice: twice.length + doubled,
      unknown: `${unknown}`,
    });
    expect(crowd.filled.flatMap(({ broken }) => broken)).toEqual([]);
    expect({ unanswered: crowd.total('silences'), cutOff: world.cutOff() }).toEqual({
      unanswered: 0,
      cutOff: 0,
    });
    expect({ lost, twice, left, lostAnswers, doubled, unknown }).toEqual({
      lost: [],
      twice: [],
      left: [],
      lostAnswers: [],
      doubled: 0,
      unknown: 0,
    });
    expect(sent).toBe(due);
    // The restarts came while messages went out, and nobody in particular sends them.
    expect(sentBeside).toBeLessThan(due);
    expect(senders.length).toBeGreaterThan(1);
    expect(codes).toEqual(servers.map(() => 0));
  });
});
