import { afterEach, describe, expect, it } from 'vitest';
import { startFilling } from './support/check-in-person.js';
import { doubledCheckIns, halfChanged, lostOf } from './support/check-in-rows.js';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { killNowAndThen } from './support/killing.js';
import { randomFor } from './support/random.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe.each(['embedded', 'Postgres'] as const)('check-ins under SIGKILL, %s', (storage) => {
  it('keeps whatever was acknowledged, and changes nothing by halves', async () => {
    const random = randomFor(`check-ins ${storage}`);
    const company = makeCompany({ managers: 5, reportsEach: 7 });
    world = await startWorld({ storage, company });
    const { slack, server } = world;
    const half: string[] = [];
    const killing = killNowAndThen(world, random, {
      most: 8,
      after: [20, 150],
      look: async () => {
        half.push(...(await halfChanged(world?.storage as World['storage'])));
      },
    });
    const crowd = startFilling(slack, company.reports, { faults: () => server.kills });
    await crowd.done;
    await killing.stop();
    half.push(...(await halfChanged(world.storage)));
    const lost = await lostOf(world.storage, crowd.filled);
    const doubled = await doubledCheckIns(world.storage);
    const pages = crowd.total('pages');
    record({
      scenario: 'Check-ins while the server is killed',
      database: storage,
      faults: `${server.kills} × SIGKILL`,
      work: `${pages} pages acknowledged`,
      lost: lost.length,
      twice: doubled,
      unknown: '–',
    });
    expect(crowd.filled.flatMap(({ broken }) => broken)).toEqual([]);
    expect({ lost, half, doubled, ownEnds: server.ownEnds }).toEqual({
      lost: [],
      half: [],
      doubled: 0,
      ownEnds: [],
    });
    expect(pages).toBeGreaterThanOrEqual(200);
    expect(server.kills).toBeGreaterThan(0);
  });
});
