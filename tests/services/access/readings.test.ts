import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { recordAccess } from '../../../src/services/access/index.js';
import { saveNotes } from '../../../src/services/conversation/index.js';
import { type BriefWorld, openBriefWorld, type Pair } from '../brief/world.js';
import { asking, putSituation, type Situation, type Surface, surfaces } from './surfaces.js';

let world: BriefWorld;
beforeAll(async () => {
  world = await openBriefWorld();
});
afterAll(() => world.close());

/** Where somebody reads what another person wrote, and as what it is recorded. */
const readings: Partial<Record<Surface, string>> = {
  brief: 'brief',
  history: 'history',
  evidence: 'evidence',
  record: 'conversation',
  notes: 'conversation',
};

/** Teo's check-in, sent and revealed with Mika's view, with evidence and a record that has words. */
async function putWords(): Promise<Situation> {
  const pair = await world.pair();
  const common = await putSituation(world, pair);
  const checkIn = await pair.reveal(pair.now);
  await world.context.db.conversation.create({
    data: {
      ...{ workspaceId: pair.workspaceId, cycleId: pair.now.id, personId: pair.teo.id },
      ...{ managerId: pair.mika.id, heldOn: dateFromDay('2027-03-22'), notes: 'Between us.' },
      ...{ recordedAt: world.clock.now(), comment: 'As we said.' },
    },
  });
  return { ...common, checkIn };
}

const rowsOf = ({ workspaceId }: Pair) =>
  world.context.db.accessLogEntry.findMany({
    where: { workspaceId },
    select: { readerId: true, subjectId: true, checkInId: true, operator: true, surface: true },
  });

describe.each(surfaces)('%s', (surface) => {
  const read = async (situation: Situation, actor: Person) => {
    const before = (await rowsOf(situation.pair)).length;
    expect(await asking[surface]({ world, ...situation, actor })).toBe(true);
    return (await rowsOf(situation.pair)).slice(before);
  };

  it('leaves one row where the manager reads words of the report, else none', async () => {
    const situation = await putWords();
    const { mika, teo } = situation.pair;
    const kind = readings[surface];
    const row = { readerId: mika.id, subjectId: teo.id, checkInId: situation.checkIn.id };
    expect(await read(situation, mika)).toEqual(
      kind === undefined ? [] : [{ ...row, operator: '', surface: kind }],
    );
  });

  it('leaves none where the report looks at their own', async () => {
    const situation = await putWords();
    const before = await rowsOf(situation.pair);
    // The manager's alone: the report isn't let in.
    await asking[surface]({ world, ...situation, actor: situation.pair.teo }).catch(() => false);
    expect(await rowsOf(situation.pair)).toEqual(before);
  });

  it('leaves none for somebody who is not let in', async () => {
    const situation = await putWords();
    const before = await rowsOf(situation.pair);
    await asking[surface]({ world, ...situation, actor: situation.pair.noor }).catch(() => false);
    await asking[surface]({ world, ...situation, actor: situation.pair.ada }).catch(() => false);
    expect(await rowsOf(situation.pair)).toEqual(before);
  });
});

it('leaves none where there is nothing to read: no evidence, no words in the record', async () => {
  const situation = await putWords();
  const { workspaceId, mika } = situation.pair;
  await world.context.db.evidence.deleteMany({ where: { workspaceId } });
  await world.context.db.assessmentAnswer.deleteMany({ where: { workspaceId } });
  await world.context.db.conversation.updateMany({
    where: { workspaceId },
    data: { notes: '', comment: '' },
  });
  await asking.evidence({ world, ...situation, actor: mika });
  await asking.record({ world, ...situation, actor: mika });
  expect(await rowsOf(situation.pair)).toEqual([]);
});

it('records the notes that a manager is shown because they were changed meanwhile', async () => {
  const { pair, checkIn } = await putWords();
  const ref = { workspaceId: pair.workspaceId, checkInId: checkIn.id };
  const edit = { text: 'Other notes', version: 7 };
  const mikas = await saveNotes(world.context, { ...ref, personId: pair.mika.id }, edit);
  expect(mikas).toMatchObject({ conflict: { text: 'Between us.' } });
  expect(await rowsOf(pair)).toMatchObject([{ readerId: pair.mika.id, surface: 'conversation' }]);
  await saveNotes(world.context, { ...ref, personId: pair.teo.id }, edit);
  expect(await rowsOf(pair)).toHaveLength(1);
});

it('records each export: an operator’s, an admin’s, and one’s own', async () => {
  const { pair } = await putWords();
  const about = { workspaceId: pair.workspaceId, subjectId: pair.teo.id };
  const surface = { surface: 'export' } as const;
  await recordAccess(world.context, { ...about, operator: 'tess' }, surface);
  await recordAccess(world.context, { ...about, actorId: pair.ada.id }, surface);
  await recordAccess(world.context, { ...about, actorId: pair.teo.id }, surface);
  const row = { subjectId: pair.teo.id, checkInId: null, surface: 'export' };
  expect(await rowsOf(pair)).toEqual([
    { ...row, readerId: null, operator: 'tess' },
    { ...row, readerId: pair.ada.id, operator: '' },
    { ...row, readerId: pair.teo.id, operator: '' },
  ]);
});

it('keeps the rows of a reader whose row is removed by hand', async () => {
  const situation = await putWords();
  const { pair } = situation;
  const { db } = world.context;
  await recordAccess(
    world.context,
    { workspaceId: pair.workspaceId, subjectId: pair.teo.id, actorId: pair.noor.id },
    { surface: 'export' },
  );
  await db.person.delete({ where: { id: pair.noor.id } });
  expect(await rowsOf(pair)).toMatchObject([{ readerId: null, subjectId: pair.teo.id }]);
});
