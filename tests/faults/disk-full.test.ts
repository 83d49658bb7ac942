import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { fillInAll } from './support/check-in-person.js';
import { lostOf } from './support/check-in-rows.js';
import { makeCompany } from './support/company.js';
import { mountSmallDisk } from './support/small-disk.js';
import { startWorld, type World } from './support/world.js';

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe('a full disk', () => {
  it('experiment', async () => {
    const company = makeCompany({ managers: 4, reportsEach: 8 });
    const disk = mountSmallDisk(150);
    world = await startWorld({ storage: 'embedded', company, dataDirectory: disk.folder });
    const { slack, server, storage } = world;
    let faults = 0;
    const say = (...x: unknown[]) => console.log(process.uptime() | 0, ...x);
    const filling = fillInAll(slack, company.reports, () => faults);
    await pause(3000);
    say('fill');
    disk.fill();
    faults += 1;
    for (let i = 0; i < 10; i += 1) {
      await pause(1000);
      say(slack.requests.slice(-3).map((r) => `${r.what} ${r.outcome} ${r.ackMs}`), server.ownEnds);
    }
    say('switch');
    storage.query('SELECT pg_switch_wal()').then((r) => say(r), (e) => say(e));
    for (let i = 0; i < 15; i += 1) {
      await pause(1000);
      writeFileSync('/tmp/faults-server.log', server.log());
      say(slack.requests.slice(-3).map((r) => `${r.what} ${r.outcome} ${r.ackMs}`), server.ownEnds);
    }
    say('room');
    disk.makeRoom();
    faults += 1;
    for (let i = 0; i < 15; i += 1) {
      await pause(1000);
      writeFileSync('/tmp/faults-server.log', server.log());
      say(slack.requests.slice(-3).map((r) => `${r.what} ${r.outcome} ${r.ackMs}`), server.ownEnds);
    }
    const filled = await Promise.race([filling, pause(60_000)]);
    writeFileSync('/tmp/faults-server.log', server.log());
    say(filled && filled.map(({pages, sentences, silences, broken}) => ({pages, sentences, silences, broken})));
    say(filled && (await lostOf(storage, filled)));
    disk.remove();
  });
});
