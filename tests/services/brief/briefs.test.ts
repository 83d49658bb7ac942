import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BriefReading, readBrief } from '../../../src/services/brief/briefs.js';
import { type BriefWorld, openBriefWorld, type Pair } from './world.js';

let world: BriefWorld;
let pair: Pair;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  pair = await world.pair();
});

const read = (viewer: { id: string }, checkIn: { id: string }) => {
  const { workspaceId } = pair;
  const ids = { workspaceId, viewerId: viewer.id, checkInId: checkIn.id };
  return readBrief(world.context, { ...ids, surface: 'brief' });
};
const refusal = (reading: BriefReading) => ('refused' in reading ? reading.refused : 'a brief');
function briefOf(reading: BriefReading) {
  if (!('brief' in reading)) throw new Error(`refused: ${reading.refused}`);
  return reading.brief;
}

describe('a brief', () => {
  it('sets both sides next to each other, the missing opportunity first', async () => {
    const brief = briefOf(await read(pair.teo, await pair.reveal(pair.now)));
    const said = brief.rows
      .filter(({ standing }) => standing !== 'one_sided')
      .map(({ competency, self, manager }) => [competency.key, self.label, manager.label]);
    expect(said.slice(0, 3)).toEqual([
      ['leadership', 'No opportunity yet', 'Developing'],
      ['collaboration', 'Meeting', 'Developing'],
      ['execution', 'Meeting', 'Meeting'],
    ]);
  });

  it('is the same for both but for who reads it', async () => {
    const checkIn = await pair.reveal(pair.now);
    const [teo, mika] = [await read(pair.teo, checkIn), await read(pair.mika, checkIn)];
    expect(briefOf(teo).reader).toBe('report');
    expect({ ...briefOf(mika), reader: 'report' }).toEqual(briefOf(teo));
  });

  it('says what comes after the role and when the next review is', async () => {
    const brief = briefOf(await read(pair.teo, await pair.reveal(pair.now)));
    expect(brief.nextRungs.map(({ role }) => role?.key)).toEqual(['manager']);
    expect(brief.nextReviewOn).toBe('2027-06-23');
  });

  it('has what was agreed on last time apart from what was agreed on this time', async () => {
    await pair.reveal(pair.before);
    const checkIn = await pair.reveal(pair.now);
    await agree(pair.before, 'Shadow two calls');
    await agree(pair.now, 'Lead the planning');
    const brief = briefOf(await read(pair.mika, checkIn));
    expect(brief.lastTime.map(({ what }) => what)).toEqual(['Shadow two calls']);
    expect(brief.agreed.map(({ what }) => what)).toEqual(['Lead the planning']);
    expect(brief.heldOn).toBe('2027-03-22');
  });

  it('of an earlier cycle has nothing that was agreed on since', async () => {
    const earlier = await pair.reveal(pair.before);
    await pair.reveal(pair.now);
    await agree(pair.now, 'Lead the planning');
    const brief = briefOf(await read(pair.mika, earlier));
    expect([...brief.lastTime, ...brief.agreed]).toEqual([]);
  });
});

describe('a brief is refused', () => {
  it('to both before the other side is in', async () => {
    const { teo, mika } = pair;
    const checkIn = await sentCheckIn();
    expect(refusal(await read(teo, checkIn))).toBe('not_revealed');
    expect(refusal(await read(mika, checkIn))).toBe('not_revealed');
    expect(await pair.readings()).toEqual([]);
  });

  it('to an admin, a manager’s manager and anybody else', async () => {
    const checkIn = await pair.reveal(pair.now);
    expect(refusal(await read(pair.ada, checkIn))).toBe('no_access');
    expect(refusal(await read(pair.noor, checkIn))).toBe('no_access');
    expect(await pair.readings()).toEqual([]);
  });

  it('to a former manager, from the moment on in which they are', async () => {
    const checkIn = await pair.reveal(pair.now);
    await pair.handOver(pair.noor.id);
    expect(refusal(await read(pair.mika, checkIn))).toBe('no_access');
  });

  it('to a new manager for a cycle that was another’s', async () => {
    const checkIn = await pair.reveal(pair.now);
    await pair.handOver(pair.noor.id);
    expect(refusal(await read(pair.noor, checkIn))).toBe('no_access');
  });

  it('to a manager whose own view is still to come, for whatever cycle', async () => {
    const earlier = await pair.reveal(pair.before);
    expect(await read(pair.mika, earlier)).toEqual({
      refused: 'assessment_first',
      reportId: pair.teo.id,
    });
    expect(refusal(await read(pair.teo, earlier))).toBe('a brief');
  });

  it('in another workspace, and where there is none', async () => {
    const checkIn = await pair.reveal(pair.now);
    const other = await world.pair();
    const input = { workspaceId: other.workspaceId, viewerId: other.teo.id, surface: 'brief' };
    const wrong = { ...input, checkInId: checkIn.id, surface: 'brief' as const };
    expect(await readBrief(world.context, wrong)).toEqual({ refused: 'no_access' });
    expect(await read(pair.teo, { id: randomUUID() })).toEqual({ refused: 'no_access' });
  });
});

describe('who has read it', () => {
  it('is noted for the manager, each time, and shown to the report', async () => {
    const { mika } = pair;
    const checkIn = await pair.reveal(pair.now);
    await read(mika, checkIn);
    await read(mika, checkIn);
    const one = {
      readerId: mika.id,
      checkInId: checkIn.id,
      surface: 'brief',
      readAt: world.clock.now(),
    };
    expect(await pair.readings()).toMatchObject([one, one]);
  });

  it('is not noted for the report themselves', async () => {
    await read(pair.teo, await pair.reveal(pair.now));
    expect(await pair.readings()).toEqual([]);
  });
});

describe('the brief’s message', () => {
  // What the cycle brings by itself comes first, so that the brief comes alone.
  const sendBriefs = () => pair.sendAt('2027-03-22T09:30:00Z');

  it('goes to both once, and is no reading of it', async () => {
    await pair.reveal(pair.now);
    await sendBriefs();
    await announce([pair.teo.id, pair.mika.id]);
    await pair.sendAt('2027-03-22T10:00:00Z');
    await pair.sendAt('2027-03-22T11:00:00Z');
    expect(briefs()).toEqual(['brief to U0MIKA', 'brief to U0TEO']);
    expect(await pair.readings()).toEqual([]);
  });

  it('does not go to somebody who is no longer the manager', async () => {
    await pair.reveal(pair.now);
    await sendBriefs();
    await announce([pair.mika.id]);
    await pair.handOver(pair.noor.id);
    await pair.sendAt('2027-03-22T10:00:00Z');
    expect(briefs()).toEqual([]);
    expect(await pair.recorded()).toContain('brief reveal obsolete no_access');
  });
});

const briefs = () => pair.letterbox.received.filter((one) => one.startsWith('brief')).sort();

async function announce(recipientIds: string[]) {
  const { workspaceId, teo, now } = pair;
  const dueAt = world.clock.now();
  await world.context.db.delivery.createMany({
    data: recipientIds.map((recipientId) => ({
      ...{ workspaceId, recipientId, dueAt, cycleId: now.id, subjectId: teo.id },
      ...{ kind: 'brief', step: 'reveal', key: `brief:${recipientId}` },
    })),
  });
}

async function sentCheckIn() {
  const { workspaceId, teo, now } = pair;
  const at = world.clock.now();
  const frameworkVersionId = world.context.frameworks.current(workspaceId).id;
  return world.context.db.checkIn.create({
    data: {
      ...{ workspaceId, cycleId: now.id, personId: teo.id, frameworkVersionId },
      ...{ roleKey: 'associate', state: 'submitted', startedAt: at, submittedAt: at },
    },
  });
}

async function agree(cycle: { id: string }, what: string) {
  const { workspaceId, teo, mika } = pair;
  const { db, clock } = { ...world.context, clock: world.clock };
  const day = new Date('2027-03-22T00:00:00Z');
  const conversation = await db.conversation.create({
    data: {
      ...{ workspaceId, cycleId: cycle.id, personId: teo.id, managerId: mika.id },
      ...{ heldOn: day, recordedAt: clock.now() },
    },
  });
  await db.actionItem.create({
    data: {
      ...{ workspaceId, personId: teo.id, ownerId: teo.id, conversationId: conversation.id },
      ...{ what, dueOn: new Date('2027-06-01T00:00:00Z'), createdAt: clock.now() },
    },
  });
}
