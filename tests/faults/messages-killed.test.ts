import { afterEach, describe, expect, it } from 'vitest';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { killNowAndThen } from './support/killing.js';
import { countMessages, sendTheRest, settleTheRest } from './support/messages.js';
import { randomFor } from './support/random.js';
import { letClaimsExpire } from './support/time.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe.each(['embedded', 'Postgres'] as const)('messages under SIGKILL, %s', (storage) => {
  it('brings each of over 500 exactly once, those with an unknown outcome after a look into the DM', async () => {
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
    const counted = await countMessages(world);
    await settleTheRest(world);
    const decided = await countMessages(world);
    record({
      scenario: 'Messages while the server is killed',
      database: storage,
      faults: `${server.kills} × SIGKILL`,
      work: `${counted.due} deliveries`,
      lost: decided.lost.length + decided.left.length,
      twice: decided.twice.length,
      unknown: `${counted.unknown}, then ${decided.unknown}`,
    });
    const { lost, twice, left } = counted;
    expect({ lost, twice, left, ownEnds: server.ownEnds }).toEqual({
      lost: [],
      twice: [],
      left: [],
      ownEnds: [],
    });
    const due = company.people.length + company.managers.length;
    expect(counted.sent + counted.unknown).toBe(due);
    expect(decided).toMatchObject({ sent: due, unknown: 0, lost: [], twice: [], left: [] });
  });
});
