import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataMap } from '../../../src/domain/data-map/data-map.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import {
  eraseExpired,
  expiredText,
  foreseeExpired,
} from '../../../src/services/retention/index.js';
import { shelves } from '../../../src/services/retention/shelves.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const now = new Date('2030-06-15T12:00:00Z');
const dayMs = 24 * 60 * 60_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
/** The day so many months before. */
const monthsAgo = (months: number) => {
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day;
};

/** How many days ago each was: a review's end (or that it goes on), a leaving, and what is dated. */
const age = fc.integer({ min: 1, max: 2000 });
const random = fc.record({
  keepReviews: fc.integer({ min: 6, max: 48 }),
  keepLeavers: fc.integer({ min: 1, max: 48 }),
  /** How long ago the app was uninstalled, if it was. */
  uninstalled: fc.option(age, { nil: undefined, freq: 2 }),
  reviews: fc.array(fc.option(age, { nil: undefined }), { maxLength: 4 }),
  leavers: fc.array(fc.option(age, { nil: undefined }), { minLength: 1, maxLength: 4 }),
  dated: fc.array(age, { maxLength: 4 }),
});
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never;

/** Puts everything that has an age, and returns what is to stay, by the ids. */
async function putWorld(given: Random) {
  const { keepReviews, keepLeavers, uninstalled, reviews, leavers, dated } = given;
  const { db, frameworks } = world.context;
  const team = await world.team();
  const { workspaceId } = team;
  world.clock.set(now);
  await db.workspace.update({
    where: { id: workspaceId },
    data: {
      ...{ keepReviewsMonths: keepReviews, keepLeaversMonths: keepLeavers },
      uninstalledAt: uninstalled === undefined ? null : daysAgo(uninstalled),
    },
  });
  const [isOld, isLong] = [monthsAgo(keepReviews), monthsAgo(keepLeavers)];
  const manager = await team.add('Manager');
  const expected = new Set<string>([manager.id]);
  const people = [];
  for (const [nth, days] of leavers.entries()) {
    const person = await team.add(`P${nth}`);
    const leftAt = days === undefined ? null : daysAgo(days);
    await db.person.update({ where: { id: person.id }, data: { leftAt } });
    const stays = leftAt === null || leftAt >= isLong;
    if (stays) expected.add(person.id);
    people.push({ ...person, stays });
  }
  const pinned = { workspaceId, frameworkVersionId: frameworks.current(workspaceId).id };
  const written = { ...pinned, roleKey: 'manager', startedAt: daysAgo(1) };
  for (const [nth, days] of reviews.entries()) {
    const over = days === undefined ? null : daysAgo(days);
    const day = new Date(Date.UTC(2020, 0, 1 + nth));
    const cycle = await db.cycle.create({
      data: {
        ...{ workspaceId, name: `Review ${nth}`, opensOn: day, dueOn: day, reviewOn: day },
        ...(nth % 2 === 0 ? { postsClosedAt: over } : { closedAt: over }),
      },
    });
    for (const { id: personId, stays } of people) {
      const checkIn = await db.checkIn.create({
        data: { ...written, cycleId: cycle.id, personId },
      });
      const rows = [
        checkIn,
        await db.accessLogEntry.create({
          data: {
            ...{ workspaceId, subjectId: personId, readerId: manager.id, checkInId: checkIn.id },
            ...{ surface: 'brief', readAt: day0 },
          },
        }),
        await db.cycleMember.create({
          data: { workspaceId, cycleId: cycle.id, personId, createdAt: day },
        }),
        await db.assessment.create({
          data: { ...written, cycleId: cycle.id, subjectId: personId, authorId: manager.id },
        }),
        await db.conversation.create({
          data: {
            ...{ workspaceId, cycleId: cycle.id, personId, managerId: manager.id },
            ...{ heldOn: day, recordedAt: day },
          },
        }),
      ];
      const isKept = stays && (over === null || over >= isOld);
      if (isKept) for (const { id } of rows) expected.add(id);
    }
  }
  for (const days of dated) {
    const happenedOn = new Date(daysAgo(days).toISOString().slice(0, 10));
    const isRecent = happenedOn >= new Date(isOld.toISOString().slice(0, 10));
    for (const { id: personId, stays } of people) {
      const text = { workspaceId, createdAt: day0, happenedOn, note: 'x' };
      const item = { workspaceId, personId, ownerId: personId, what: 'x', dueOn: day0 };
      const closedAt = daysAgo(days);
      const rows = [
        await db.evidence.create({ data: { ...text, personId } }),
        await db.managerNote.create({
          data: { ...text, subjectId: personId, authorId: manager.id },
        }),
      ];
      const closed = await db.actionItem.create({
        data: { ...item, createdAt: day0, state: 'done', closedAt },
      });
      const open = await db.actionItem.create({ data: { ...item, createdAt: day0 } });
      if (stays && isRecent) for (const { id } of rows) expected.add(id);
      if (stays && closedAt >= isOld) expected.add(closed.id);
      for (const { id } of await putRecords({ workspaceId, personId, at: closedAt })) {
        if (stays && closedAt >= isOld) expected.add(id);
      }
      if (stays) expected.add(open.id);
    }
  }
  const isAbandoned = uninstalled !== undefined && daysAgo(uninstalled) < isLong;
  // Everything here is somebody's.
  return { workspaceId, expected: isAbandoned ? new Set<string>() : expected };
}

const day0 = new Date('2020-01-01T00:00:00Z');

/** A change of theirs, an export, and a message that belongs to no review. */
async function putRecords({
  at,
  ...who
}: {
  workspaceId: string;
  personId: string;
  at: Date;
}): Promise<{ id: string }[]> {
  const { db } = world.context;
  const { workspaceId, personId } = who;
  return [
    await db.auditLogEntry.create({
      data: { ...who, operator: 'olga', action: 'role', subject: '', before: '', after: 'x', at },
    }),
    await db.accessLogEntry.create({
      data: { workspaceId, subjectId: personId, operator: 'olga', surface: 'export', readAt: at },
    }),
    await db.delivery.create({
      data: {
        ...{ workspaceId, recipientId: personId, kind: 'role_set', step: '', state: 'sent' },
        ...{ key: `role_set:${randomUUID()}`, dueAt: at, createdAt: at },
      },
    }),
  ];
}

async function remaining(workspaceId: string): Promise<Set<string>> {
  const { db } = world.context;
  const where = { where: { workspaceId }, select: { id: true } };
  const rows = await Promise.all([
    db.person.findMany(where),
    db.checkIn.findMany(where),
    db.assessment.findMany(where),
    db.conversation.findMany(where),
    db.evidence.findMany(where),
    db.managerNote.findMany(where),
    db.actionItem.findMany(where),
    db.cycleMember.findMany(where),
    db.accessLogEntry.findMany(where),
    db.delivery.findMany(where),
    // What the erasing itself records stays.
    db.auditLogEntry.findMany({ where: { workspaceId, action: 'role' }, select: { id: true } }),
  ]);
  return new Set(rows.flat().map(({ id }) => id));
}

const runs = Number(process.env.RETENTION_RUNS ?? 8);

describe('what is kept for a time', () => {
  it('goes when it is old enough, and nothing else does', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (given) => {
        const { context } = world;
        const { workspaceId, expected } = await putWorld(given);
        const before = await remaining(workspaceId);
        const foreseen = await foreseeExpired(context, workspaceId);
        expect(await remaining(workspaceId)).toEqual(before);
        expect(foreseen.length > 0).toBe(before.size > expected.size);
        // A call makes a few steps; the next minutes go on.
        for (let minute = 0; minute < 5; minute += 1) await eraseExpired(context, { workspaceId });
        expect(await remaining(workspaceId)).toEqual(expected);
        expect(await foreseeExpired(context, workspaceId)).toEqual([]);
        const { retainedAt } = await context.db.workspaceScheduler.findUniqueOrThrow({
          where: { workspaceId },
        });
        expect(retainedAt).toEqual(now);
      }),
      { numRuns: runs },
    );
  });

  it('goes once a night, a batch at a time, and the audit log says how much', async () => {
    const { context } = world;
    const { db } = context;
    const team = await world.team();
    const { workspaceId } = team;
    const person = await team.add('Rosa');
    world.clock.set(now);
    const old = { workspaceId, personId: person.id, note: 'x', happenedOn: day0, createdAt: day0 };
    const put = (count: number) =>
      db.evidence.createMany({ data: Array.from({ length: count }, () => old) });
    const left = () => db.evidence.count({ where: { workspaceId } });
    await put(10_001);
    expect(expiredText(await foreseeExpired(context, workspaceId))).toBe(
      '10001 pieces of evidence',
    );
    await eraseExpired(context, { workspaceId });
    expect(await left()).toBe(1);
    await eraseExpired(context, { workspaceId });
    expect(await left()).toBe(0);
    const [entry] = await listChanges(context, { workspaceId, most: 1 });
    expect(entry).toMatchObject({
      action: 'kept_no_longer',
      by: 'Ladder',
      before: '1 piece of evidence',
    });
    await put(3);
    await eraseExpired(context, { workspaceId });
    expect(await left()).toBe(3);
    world.clock.set('2030-06-16T01:59:00Z');
    await eraseExpired(context, { workspaceId });
    expect(await left()).toBe(3);
    world.clock.set('2030-06-16T02:00:00Z');
    const stopped = AbortSignal.abort();
    await eraseExpired(context, { workspaceId, signal: stopped });
    expect(await left()).toBe(3);
    await eraseExpired(context, { workspaceId });
    expect(await left()).toBe(0);
  });
});

it('takes every table that the data map says is kept for a time', async () => {
  const { db } = world.context;
  const cascades = await db.$queryRaw<{ child: string; parent: string }[]>`
    SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
    FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'c'`;
  const onShelves = shelves.map(({ table }) => table);
  const timed = Object.entries(dataMap)
    .filter(([, { kept }]) => ['cycle', 'reading', 'dated'].includes(kept))
    .map(([table]) => table);
  expect(timed.length).toBeGreaterThan(9);
  const left = timed.filter(
    (table) =>
      !onShelves.includes(table) &&
      !cascades.some(({ child, parent }) => child === table && onShelves.includes(parent)),
  );
  expect(left).toEqual([]);
  expect(onShelves.filter((table) => !timed.includes(table))).toEqual([]);
});
