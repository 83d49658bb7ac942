import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startFilling } from './support/check-in-person.js';
import { doubledCheckIns, halfChanged, lostOf, readEverything } from './support/check-in-rows.js';
import { makeCompany } from './support/company.js';
import { record } from './support/figures.js';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
let disk: SmallDisk | undefined;
afterEach(async () => {
  await world?.end();
  disk?.remove();
  world = undefined;
});

describe('while the disk of the embedded database is full', () => {
  it('says so to whom it cannot save for, loses nothing, and goes on when there is room', async () => {
    const company = makeCompany({ managers: 4, reportsEach: 6 });
    disk = mountSmallDisk(150);
    world = await startWorld({ storage: 'embedded', company, dataDirectory: disk.folder });
    const { slack, server, storage } = world;
    let faults = 0;
    const begin = (first: number) =>
      startFilling(slack, company.reports.slice(first, first + 12), { faults: () => faults });

    // First a table has no room to grow: single requests fail.
    const some = begin(0);
    await slack.waitFor(() => some.total('pages') >= 10, 120_000);
    disk.fill();
    faults += 1;
    await slack.waitFor(() => server.logged('P2039') > 3, 120_000);
    disk.makeRoom();
    faults += 1;
    await some.done;
    const endsByTables = server.ownEnds.length;

    // Then the log hasn't: Postgres itself ends, and Ladder with it, to be started again.
    const others = begin(12);
    await slack.waitFor(() => others.total('pages') >= 10, 120_000);
    disk.fill();
    await useUpTheLog(world);
    faults += 1;
    await slack.waitFor(() => server.ownEnds.length > endsByTables, 120_000);
    await pause(1_000);
    disk.makeRoom();
    await server.ready();
    faults += 1;
    await others.done;

    const filled = [...some.filled, ...others.filled];
    const lost = await lostOf(storage, filled);
    const half = await halfChanged(storage);
    const doubled = await doubledCheckIns(storage);
    record({
      scenario: 'The disk fills up',
      database: storage.name,
      faults: '2 × full',
      work: `${some.total('pages') + others.total('pages')} pages acknowledged`,
      lost: lost.length,
      twice: doubled,
      unknown: '–',
    });
    expect(filled.flatMap(({ broken }) => broken)).toEqual([]);
    expect({ lost, half, doubled }).toEqual({ lost: [], half: [], doubled: 0 });
    expect(endsByTables).toBe(0);
    expect(server.ownEnds[0]).toMatchObject({
      code: 1,
      error: expect.stringContaining('Make sure that its disk has room'),
    });
    expect(await readEverything(storage)).toBeGreaterThan(0);
  });
});

/** Writes on, as a long day would, until the log needs a new file. */
async function useUpTheLog({ storage, server }: World): Promise<void> {
  for (let times = 0; times < 100 && server.ownEnds.length === 0; times += 1) {
    const full = await storage
      .ask(`SELECT pg_logical_emit_message(true, 'fill', repeat('x', 1000000))`)
      .then(
        () => false,
        () => true,
      );
    if (full) return;
  }
}
