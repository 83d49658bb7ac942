import { afterEach, describe, expect, it } from 'vitest';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { killNowAndThen } from './support/killing.js';
import { countMessages, letClaimsExpire, sendTheRest } from './support/messages.js';
import { randomFor } from './support/random.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe.each(['embedded', 'Postgres'] as const)('messages under SIGKILL, %s', (storage) => {
  it('brings each of over 500 exactly once, those apart whose outcome cannot be known', async () => {
    const company = makeCompany({ managers: 45, reportsEach: 10 });
    world = await startWorld({ storage, company, slackTakesMs: 20 });
    const { server, slack } = world;
    const killing = killNowAndThen(world, randomFor(`messages ${storage}`), {
      most: 8,
      after: [5, 60],
      look: () => letClaimsExpire((world as World).storage),
    });
    await slack.waitFor(() => server.kills >= 8, 300_000);
    await killing.stop();
    await sendTheRest(world);
    const { due, sent, unknown, unknownArrived, lost, twice, left } = await countMessages(world);
    record({
      scenario: 'Messages while the server is killed',
      database: storage,
      faults: `${server.kills} × SIGKILL`,
      work: `${due} deliveries, ${sent} sent`,
      lost: lost.length + left.length,
      twice: twice.length,
      unknown: `${unknown} (${unknownArrived} arrived)`,
    });
    expect({ lost, twice, left, ownEnds: server.ownEnds }).toEqual({
      lost: [],
      twice: [],
      left: [],
      ownEnds: [],
    });
    expect(due).toBe(company.people.length + company.managers.length);
    expect(sent + unknown).toBe(due);
  });
});
