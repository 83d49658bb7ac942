import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateFromDay } from '../../../src/domain/time/day.js';
import {
  changeEvidence,
  deleteEvidence,
  keepEvidence,
  type NewEvidence,
  reassignEvidence,
} from '../../../src/services/evidence/evidence.js';
import {
  evidenceForAssessment,
  keptForCheckIn,
} from '../../../src/services/evidence/kept-for-check-in.js';
import { findEvidence, type Keeper, listEvidence } from '../../../src/services/evidence/reading.js';
import { openWorld } from '../check-in/world.js';

let world: Awaited<ReturnType<typeof openWorld>>;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const message = { channelId: 'C1', ts: '1772700000.000100' };

function piece(more: Partial<NewEvidence> = {}): NewEvidence {
  return {
    id: randomUUID(),
    ...{ competencyKey: 'execution', note: 'Moved a launch.', happenedOn: '2027-02-12' },
    ...more,
  };
}

async function notes(keeper: Keeper): Promise<string[]> {
  const rows = await world.context.db.evidence.findMany({ where: { personId: keeper.personId } });
  return rows.map(({ note }) => note).sort();
}

/** Rosa, who reports to Mika; Noor manages others. The check-in of Q1 is as it is said. */
async function team(checkIn?: { state: 'draft' | 'submitted'; revealedWith?: 'mika' | 'noor' }) {
  const { workspaceId, personId, cycleId, version } = await world.workspace();
  const { db, clock } = world.context;
  const add = (name: string) =>
    db.person.create({ data: { workspaceId, slackUserId: `U0${name}`, name } });
  const [mika, noor] = [await add('mika'), await add('noor')];
  await db.person.update({ where: { id: personId }, data: { managerId: mika.id } });
  const pinned = { frameworkVersionId: version.id, roleKey: 'manager', startedAt: clock.now() };
  if (checkIn) {
    const { state, revealedWith } = checkIn;
    const row = await db.checkIn.create({
      data: { workspaceId, cycleId, personId, ...pinned, state },
    });
    if (revealedWith) {
      const authorId = { mika, noor }[revealedWith].id;
      const given = await db.assessment.create({
        data: { workspaceId, cycleId, subjectId: personId, authorId, ...pinned },
      });
      const revealed = { revealedAt: clock.now(), assessmentId: given.id };
      await db.checkIn.update({ where: { id: row.id }, data: revealed });
    }
  }
  const rosa = { workspaceId, personId };
  await keepEvidence(world.context, rosa, piece());
  const seenBy = async (viewerId: string) => {
    const seen = await evidenceForAssessment(world.context, { ...rosa, cycleId, viewerId });
    return [...seen.values()].flat().map(({ note }) => note);
  };
  return { rosa, cycleId, mika, noor, seenBy };
}

describe('keeping a piece', () => {
  it('keeps one when the same is sent twice at once', async () => {
    const keeper = await keeperOf();
    const same = piece();
    await Promise.all([
      keepEvidence(world.context, keeper, same),
      keepEvidence(world.context, keeper, same),
    ]);
    expect(await notes(keeper)).toEqual(['Moved a launch.']);
  });

  it('keeps one when the same message comes from two devices at once', async () => {
    const keeper = await keeperOf();
    await Promise.all([
      keepEvidence(world.context, keeper, piece({ message, note: 'From the phone.' })),
      keepEvidence(world.context, keeper, piece({ message, note: 'From the laptop.' })),
    ]);
    expect(await notes(keeper)).toHaveLength(1);
  });

  it('keeps the same message for each of two people', async () => {
    const { rosa, mika } = await team();
    const other = { workspaceId: rosa.workspaceId, personId: mika.id };
    await keepEvidence(world.context, rosa, piece({ message }));
    await keepEvidence(world.context, other, piece({ message, note: 'Mine.' }));
    expect(await notes(other)).toEqual(['Mine.']);
  });

  it('keeps the link that Slack gave once, when it gives none the second time', async () => {
    const keeper = await keeperOf();
    const permalink = 'https://example.com/p1';
    await keepEvidence(world.context, keeper, piece({ message: { ...message, permalink } }));
    await keepEvidence(world.context, keeper, piece({ message }));
    expect(await findEvidence(world.context, keeper, message)).toMatchObject({ permalink });
  });

  it.each([
    ['a note of blanks', { note: ' \n ' }, 'note'],
    ['a note of 3,001 characters', { note: 'x'.repeat(3001) }, 'note'],
    ['a day that is still to come', { happenedOn: '2027-03-05' }, 'happenedOn'],
    ['a day that is none', { happenedOn: '2027-02-30' }, 'happenedOn'],
    ['a competency that the ladder does not have', { competencyKey: 'juggling' }, 'competencyKey'],
  ])('does not keep %s', async (_, wrong, field) => {
    const keeper = await keeperOf();
    const keeping = keepEvidence(world.context, keeper, piece(wrong));
    await expect(keeping).rejects.toMatchObject({ field });
    expect(await notes(keeper)).toEqual([]);
  });
});

describe('somebody else’s piece', () => {
  it('can’t be read, changed, moved, deleted or taken over by its id', async () => {
    const { rosa, mika } = await team();
    const other = { workspaceId: rosa.workspaceId, personId: mika.id };
    const { context } = world;
    const { id } = await keepEvidence(context, rosa, piece({ note: 'Rosa’s own.' }));
    expect(await findEvidence(context, other, { id })).toBeUndefined();
    await expect(changeEvidence(context, other, piece({ id }))).rejects.toThrow('deleted');
    await expect(reassignEvidence(context, other, { id, competencyKey: null })).rejects.toThrow();
    await expect(keepEvidence(context, other, piece({ id }))).rejects.toThrow('deleted');
    await deleteEvidence(context, other, id);
    expect(await findEvidence(context, rosa, { id })).toMatchObject({
      note: 'Rosa’s own.',
      competencyKey: 'execution',
    });
  });
});

describe('what was kept for a cycle', () => {
  it('begins with the review before it', async () => {
    const keeper = await keeperOf();
    await addReview(keeper, 'Q4 2026', '2026-12-24');
    await keepEvidence(world.context, keeper, piece({ happenedOn: '2026-12-23', note: 'Before.' }));
    await keepEvidence(world.context, keeper, piece({ happenedOn: '2026-12-24', note: 'After.' }));
    const frameworkVersionId = world.frameworks.current(keeper.workspaceId).id;
    const which = { ...keeper, frameworkVersionId };
    const { byCompetency: found } = await keptForCheckIn(world.context, which);
    expect(found.get('execution')?.map(({ note }) => note)).toEqual(['After.']);
    const listed = await listEvidence(world.context, keeper, { today: '2027-03-04' });
    expect([...listed.values()].flat()).toHaveLength(1);
    const all = await listEvidence(world.context, keeper, { today: '2027-03-04', all: true });
    expect([...all.values()].flat()).toHaveLength(2);
  });
});

describe('what a manager sees of it', () => {
  it('is nothing before the check-in has begun', async () => {
    const { seenBy, mika } = await team();
    expect(await seenBy(mika.id)).toEqual([]);
  });

  it('is nothing while the check-in is a draft', async () => {
    const { seenBy, mika } = await team({ state: 'draft' });
    expect(await seenBy(mika.id)).toEqual([]);
  });

  it('is all of it once the check-in is sent', async () => {
    const { seenBy, mika } = await team({ state: 'submitted' });
    expect(await seenBy(mika.id)).toEqual(['Moved a launch.']);
  });

  it('is nothing for anybody else, the report’s own id included', async () => {
    const { seenBy, noor, rosa } = await team({ state: 'submitted' });
    expect(await seenBy(noor.id)).toEqual([]);
    expect(await seenBy(rosa.personId)).toEqual([]);
  });

  it('is nothing for a manager who has been replaced', async () => {
    const { seenBy, mika, noor, rosa } = await team({ state: 'submitted' });
    const where = { id: rosa.personId };
    await world.context.db.person.update({ where, data: { managerId: noor.id } });
    expect(await seenBy(mika.id)).toEqual([]);
    expect(await seenBy(noor.id)).toEqual(['Moved a launch.']);
  });

  it('stays after the reveal for the manager who gave their view, and no other', async () => {
    const own = await team({ state: 'submitted', revealedWith: 'mika' });
    expect(await own.seenBy(own.mika.id)).toEqual(['Moved a launch.']);
    const before = await team({ state: 'submitted', revealedWith: 'noor' });
    expect(await before.seenBy(before.mika.id)).toEqual([]);
  });
});

async function keeperOf() {
  const { workspaceId, personId, cycleId } = await world.workspace();
  return { workspaceId, personId, cycleId };
}

async function addReview({ workspaceId }: Keeper, name: string, reviewOn: string) {
  const day = dateFromDay(reviewOn);
  await world.context.db.cycle.create({
    data: { workspaceId, name, opensOn: day, dueOn: day, reviewOn: day, openedAt: day },
  });
}
