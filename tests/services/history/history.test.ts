import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Frameworks } from '../../../src/services/framework/frameworks.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { type HistoryReading, readHistory } from '../../../src/services/history/history.js';
import { recordingLog } from '../../support/recording-log.js';
import { ladderWithout } from '../../support/renamed-ladder.js';
import { type BriefWorld, openBriefWorld, type Pair } from '../brief/world.js';

let world: BriefWorld;
let pair: Pair;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  pair = await world.pair();
});

const read = (viewer: { id: string }, context = world.context) => {
  const { workspaceId, teo } = pair;
  const people = { viewerId: viewer.id, subjectId: teo.id };
  return readHistory(context, { workspaceId, ...people });
};

/** The cycles shown, with a plus where the manager's side is among it. */
function shown(reading: HistoryReading): string[] | string {
  if ('refused' in reading) return reading.refused;
  return reading.history.cycles.map(({ name, manager }) => (manager ? `${name} +` : name));
}

/** Sends Teo's check-in of a quarter, with nobody's view of it yet. */
async function send(cycle: { id: string }, state: 'draft' | 'submitted' = 'submitted') {
  const { workspaceId, teo } = pair;
  const at = world.clock.now();
  const frameworkVersionId = world.context.frameworks.current(workspaceId).id;
  await world.context.db.checkIn.create({
    data: {
      ...{ workspaceId, cycleId: cycle.id, personId: teo.id, frameworkVersionId },
      ...{ roleKey: 'associate', state, startedAt: at },
      submittedAt: state === 'submitted' ? at : null,
    },
  });
}

describe('what somebody sees of their own ratings', () => {
  it('is their own of each cycle, and the manager’s of those that are revealed', async () => {
    await pair.reveal(pair.before);
    await send(pair.now);
    expect(shown(await read(pair.teo))).toEqual(['Q4 2026 +', 'Q1 2027']);
  });

  it('goes on without a cycle whose version of the ladder cannot be read', async () => {
    const { workspaceId } = pair;
    await pair.reveal(pair.before);
    const damaged = world.context.frameworks.current(workspaceId).id;
    await publishVersion(world.context, { workspaceId, framework: ladderWithout('senior') });
    await pair.reveal(pair.now);
    expect(shown(await read(pair.teo))).toEqual(['Q4 2026 +', 'Q1 2027 +']);
    await world.context.db.frameworkVersion.update({
      where: { id: damaged },
      data: { document: { key: 'torn' } },
    });
    const { log, lines } = recordingLog();
    const frameworks = new Frameworks(world.context.db, log);
    await frameworks.refresh(workspaceId);
    const context = { ...world.context, frameworks };
    expect(shown(await read(pair.teo, context))).toEqual(['Q1 2027 +']);
    expect(lines).toHaveLength(1);
  });

  it('does not begin with a draft', async () => {
    await send(pair.now, 'draft');
    expect(shown(await read(pair.teo))).toEqual([]);
  });

  it('keeps what an earlier manager said', async () => {
    await pair.reveal(pair.before);
    await pair.handOver(pair.noor.id);
    expect(shown(await read(pair.teo))).toEqual(['Q4 2026 +']);
  });
});

describe('what a manager sees of a report’s ratings', () => {
  it('is every cycle that the two were in, once this one is revealed, and is noted', async () => {
    const earlier = await pair.reveal(pair.before);
    const now = await pair.reveal(pair.now);
    expect(shown(await read(pair.mika))).toEqual(['Q4 2026 +', 'Q1 2027 +']);
    const readings = await pair.readings();
    expect(readings.map(({ checkInId, surface }) => [checkInId, surface]).sort()).toEqual(
      [
        [earlier.id, 'history'],
        [now.id, 'history'],
      ].sort(),
    );
  });

  it('is nothing while their own view is still to come', async () => {
    await pair.reveal(pair.before);
    await send(pair.now);
    expect(shown(await read(pair.mika))).toBe('assessment_first');
    expect(await pair.readings()).toEqual([]);
  });

  it('leaves out the cycles of an earlier manager', async () => {
    await pair.reveal(pair.before);
    await pair.handOver(pair.noor.id);
    await pair.reveal(pair.now, pair.noor.id);
    expect(shown(await read(pair.noor))).toEqual(['Q1 2027 +']);
  });

  it('is nothing from the moment on in which they no longer are the manager', async () => {
    await pair.reveal(pair.now);
    await pair.handOver(pair.noor.id);
    expect(shown(await read(pair.mika))).toBe('no_access');
  });
});

describe('everybody else', () => {
  it('sees nothing, the admin and the manager’s manager neither', async () => {
    await pair.reveal(pair.now);
    expect(shown(await read(pair.ada))).toBe('no_access');
    expect(shown(await read(pair.noor))).toBe('no_access');
  });
});
