import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCompany, headcount, slackUserOf } from '../../bench/company/index.js';
import type { OpenDatabase } from '../../src/database/index.js';
import { recordDeliveries } from '../../src/services/delivery/enqueue.js';
import { Frameworks } from '../../src/services/framework/frameworks.js';
import { readHistory } from '../../src/services/history/history.js';
import { messages } from '../../src/services/messages/index.js';
import { planAndRecord } from '../../src/services/reminder/planning.js';
import { teamState } from '../../src/services/team/team.js';
import { openTestDatabase } from '../support/database.js';
import { recordingLog } from '../support/recording-log.js';

const shape = {
  ...{ slackTeamId: 'T0MEASURE', managers: 3, reportsPerManager: 8, pastCycles: 3 },
  ...{ today: '2027-03-10', timeZones: ['Etc/GMT-1', 'Etc/GMT'] },
};
const at = new Date('2027-03-10T10:30:00Z');

let database: OpenDatabase;
let workspaceId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  ({ workspaceId } = await addCompany(database.url, shape));
});
afterAll(() => database.close());

async function context() {
  const { db } = database;
  const frameworks = new Frameworks(db);
  await frameworks.refresh(workspaceId);
  return { db, frameworks, log: recordingLog().log, clock: { now: () => at }, messages };
}

function person(number: number) {
  const slackUserId = slackUserOf(number);
  return database.db.person.findFirstOrThrow({ where: { workspaceId, slackUserId } });
}

describe('a made-up company', () => {
  it('refers to nothing that is not there', async () => {
    const constraints = await database.db.$queryRaw<{ of: string; name: string; rule: string }[]>`
      SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name,
        pg_get_constraintdef(oid) AS rule
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;
    expect(constraints.length).toBeGreaterThan(20);
    for (const { of, name, rule } of constraints) {
      // Made anew, a constraint looks at every row.
      await database.db.$executeRawUnsafe(
        `ALTER TABLE ${of} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${rule}`,
      );
    }
  });

  it('has its history in all tables, and all indexes again', async () => {
    const { db } = database;
    const where = { where: { workspaceId } };
    expect(await db.person.count(where)).toBe(headcount(shape));
    expect(await db.cycle.count(where)).toBe(4);
    const counts = await Promise.all([
      db.checkIn.count(where),
      db.checkInAnswer.count(where),
      db.assessment.count(where),
      db.assessmentAnswer.count(where),
      db.conversation.count(where),
      db.actionItem.count(where),
      db.evidence.count(where),
    ]);
    for (const count of counts) expect(count).toBeGreaterThan(headcount(shape));
    const indexes = await db.$queryRaw<{ indexname: string }[]>`
      SELECT indexname FROM pg_indexes WHERE tablename = 'delivery' AND schemaname = 'public'`;
    expect(indexes.map(({ indexname }) => indexname)).toContain('delivery_workspace_id_key_key');
  });

  it('can be read by the product: a report with their history, a manager with their team', async () => {
    const report = await person(4);
    const ref = { workspaceId, viewerId: report.id, subjectId: report.id };
    const reading = await readHistory(await context(), ref);
    expect('history' in reading && reading.history.cycles.length).toBeGreaterThanOrEqual(2);
    const manager = await person(3);
    const state = await teamState(await context(), { workspaceId, manager, at });
    const { groups } = state?.team ?? {};
    const sizes = Object.values(groups ?? {}).map(({ length }) => length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(8);
  });

  it('has the keys that recording gives, so that what was sent is not recorded again', async () => {
    const before = await database.db.delivery.count({ where: { workspaceId } });
    const sent = await database.db.delivery.findMany({
      where: { workspaceId, kind: { in: ['invitation', 'reminder', 'digest'] } },
    });
    const again = sent.map(({ kind, recipientId, step, cycleId }) => ({
      ...{ workspaceId, kind, recipientId, step, cycleId: cycleId ?? '', dueAt: at },
    }));
    await recordDeliveries(database.db, again);
    expect(await database.db.delivery.count({ where: { workspaceId } })).toBe(before);
  });

  it('is due reminders and digests on its day, and nothing in the minute after', async () => {
    const plan = (minute: Date) =>
      planAndRecord({ db: database.db, clock: { now: () => minute } }, { workspaceId });
    expect(await plan(at)).toBeGreaterThanOrEqual(headcount(shape));
    const recorded = await database.db.delivery.groupBy({
      by: ['kind', 'step'],
      where: { workspaceId, dueAt: at, kind: { not: 'action_due' } },
      orderBy: { kind: 'asc' },
      _count: true,
    });
    expect(recorded).toEqual([
      { kind: 'digest', step: 'day-14', _count: 3 },
      { kind: 'reminder', step: 'day-14', _count: headcount(shape) },
    ]);
    expect(await plan(new Date(at.getTime() + 60_000))).toBe(0);
  });

  it('is the same again from the same seed', async () => {
    const other = await openTestDatabase();
    try {
      const second = await addCompany(other.url, shape);
      const told = (one: OpenDatabase, workspace: string) =>
        one.db.checkInAnswer.findMany({
          where: { workspaceId: workspace },
          select: { competencyKey: true, ratingKey: true, noOpportunity: true, text: true },
          orderBy: { id: 'asc' },
        });
      expect(await told(other, second.workspaceId)).toEqual(await told(database, workspaceId));
    } finally {
      await other.close();
    }
  });
});
