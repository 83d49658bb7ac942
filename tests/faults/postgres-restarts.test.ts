import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startFilling } from './support/check-in-person.js';
import { doubledCheckIns, halfChanged, lostOf } from './support/check-in-rows.js';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { countMessages, deliveryStates, settleTheRest } from './support/messages.js';
import type { StopMode } from './support/postgres-cluster.js';
import { letClaimsExpire, letWaitsEnd } from './support/time.js';
import { startWorld, type World } from './support/world.js';

const worlds: World[] = [];
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.end();
});

/** So long Postgres is away each time, in milliseconds. */
const awayMs = 2_500;

describe('while Postgres restarts', () => {
  // Both at once: what takes the time is waiting for the server's next minute.
  it('people are told so, and everything goes on by itself afterwards', async () => {
    await Promise.all([restartsOf('fast'), restartsOf('immediate')]);
  });
});

async function restartsOf(mode: StopMode): Promise<void> {
  const company = makeCompany({ managers: 16, reportsEach: 10 });
  const world = await startWorld({ storage: 'Postgres', company, slackTakesMs: 1_000 });
  worlds.push(world);
  const { slack, server, storage } = world;
  let faults = 0;
  const crowd = startFilling(slack, company.reports.slice(-18), { faults: () => faults });
  for (let round = 1; round <= 2; round += 1) {
    await slack.waitFor(() => crowd.total('pages') >= 25 * round, 120_000);
    await storage.cluster?.stop(mode);
    faults += 1;
    await pause(awayMs);
    await storage.cluster?.start();
    faults += 1;
  }
  await crowd.done;
  // Without a start of the server: it goes on with its next minute.
  await untilAllSent(world);
  const counted = await countMessages(world);
  const { kills, ownEnds } = server;
  expect({ kills, ownEnds, ready: server.logged('"msg":"ready"') }).toEqual({
    kills: 0,
    ownEnds: [],
    ready: 1,
  });
  await settleTheRest(world);
  const decided = await countMessages(world);
  const lostAnswers = await lostOf(storage, crowd.filled);
  const doubled = await doubledCheckIns(storage);
  record({
    scenario: `Postgres restarts (${mode})`,
    database: storage.name,
    faults: '2 restarts',
    work: `${crowd.total('pages')} pages, ${counted.due} deliveries`,
    lost: decided.lost.length + decided.left.length + lostAnswers.length,
    twice: decided.twice.length + doubled,
    unknown: `${counted.unknown}, then ${decided.unknown}`,
  });
  expect(crowd.filled.flatMap(({ broken }) => broken)).toEqual([]);
  expect({ told: crowd.total('sentences') > 0, unanswered: crowd.total('silences') }).toEqual({
    told: true,
    unanswered: 0,
  });
  expect({ lostAnswers, doubled, half: await halfChanged(storage) }).toEqual({
    lostAnswers: [],
    doubled: 0,
    half: [],
  });
  const { lost, twice, left } = counted;
  expect({ lost, twice, left }).toEqual({ lost: [], twice: [], left: [] });
  expect(decided).toMatchObject({ unknown: 0, lost: [], twice: [], left: [] });
}

async function untilAllSent({ storage }: World): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    await letClaimsExpire(storage);
    await letWaitsEnd(storage);
    const { due, claimed } = await deliveryStates(storage);
    if (!due && !claimed) return;
    await pause(1_000);
  }
}
