import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsThat, dataMap } from '../../../src/domain/data-map/data-map.js';
import { type Exported, readExport } from '../../../src/services/export/export.js';
import { exportPage } from '../../../src/services/export/page.js';
import { markEverything } from '../erasure/marked-world.js';
import { openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** The columns of the rows of these tables and of those below them, as "table.column". */
function columnsOf(tables: Exported): string[] {
  const found = Object.entries(tables).flatMap(([table, rows]) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        dataMap[name] ? columnsOf({ [name]: value as Exported[string] }) : [`${table}.${name}`],
      ),
    ),
  );
  return [...new Set(found)].sort();
}

/** The marked text columns that stand somewhere in it, as "table.column". */
function marksIn(text: string): string[] {
  const marks = [...text.matchAll(/mark-[0-9a-f]{8}-of-(\w+) (\w+)/g)];
  return [...new Set(marks.map(([, table, column]) => `${table}.${column}`))].sort();
}

async function markedPerson() {
  const team = await world.team();
  const { workspaceId } = team;
  const mika = await team.add('Mika', { role: 'team-leader' });
  const rows = await markEverything(world.context.db, { workspaceId, personId: mika.id });
  const markOf = (table: string, column: string) =>
    rows.find((row) => row.table === table && row.column === column)?.mark;
  const taken = () =>
    readExport(world.context, { workspaceId, personId: mika.id, by: { operator: 'olga' } });
  return { ...team, mika, markOf, taken };
}

describe('an export', () => {
  it('has every column that the data map says, and no other, once the person may see it', async () => {
    const { db } = world.context;
    const { workspaceId, mika, markOf, taken } = await markedPerson();
    const ofMika = { workspaceId, subjectId: mika.id };
    const view = await db.assessment.findFirstOrThrow({ where: ofMika });
    const note = await db.managerNote.findFirstOrThrow({ where: { authorId: mika.id } });
    const before = JSON.stringify(await taken());
    expect(marksIn(before).filter((one) => /^(assessment|manager_note)/.test(one))).toEqual([]);

    const checkIn = await db.checkIn.findFirstOrThrow({ where: { personId: mika.id } });
    const now = { state: 'submitted' as const, submittedAt: world.clock.now() };
    await db.assessment.update({ where: { id: view.id }, data: now });
    await db.checkIn.updateMany({
      where: { assessmentId: view.id },
      data: { assessmentId: null },
    });
    await db.checkIn.update({
      where: { id: checkIn.id },
      data: { ...now, revealedAt: world.clock.now(), assessmentId: view.id },
    });
    await db.person.update({ where: { id: note.subjectId }, data: { managerId: mika.id } });
    const data = await taken();
    const text = JSON.stringify(data);
    expect(columnsOf(data)).toEqual(columnsThat(({ exported }) => exported !== 'no'));
    const isText = new Set(
      (
        await db.$queryRaw<{ name: string }[]>`
          SELECT table_name || '.' || column_name AS name FROM information_schema.columns
          WHERE table_schema = current_schema() AND data_type = 'text'`
      ).map(({ name }) => name),
    );
    // The person is no marked row, and neither is the workspace.
    const wanted = columnsThat(({ exported }) => exported !== 'no').filter(
      (one) => isText.has(one) && !/^(person|workspace)\./.test(one),
    );
    expect(wanted.length).toBeGreaterThan(25);
    const found = marksIn(text);
    expect(wanted.filter((one) => !found.includes(one))).toEqual([]);
    // Reviews and people are written by their names.
    expect(found.filter((one) => !wanted.includes(one))).toEqual(['cycle.name', 'person.name']);

    const page = exportPage(data, { name: 'Mika', madeAt: world.clock.now() });
    expect(marksIn(page)).toEqual(found);

    expect(text).toContain(view.summary);
    const noteAboutMika = markOf('manager_note', 'subject_id');
    expect(noteAboutMika).toBeDefined();
    expect(text).not.toContain(noteAboutMika);
    // A view by Mika of somebody whom another one manages now.
    expect(text).not.toContain(markOf('assessment', 'author_id'));
  });

  it('has a view from the reveal on, with the ladder’s words, and leaves one row in the log', async () => {
    const { db } = world.context;
    const team = await world.team();
    const mika = await team.add('Mika', { role: 'team-leader' });
    const teo = await team.add('Teo', { manager: mika });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.submit(teo);
    await team.giveView(teo, mika);
    const view = await db.assessment.findFirstOrThrow({ where: { subjectId: teo.id } });
    const answer = { competencyKey: 'execution', ratingKey: 'meeting', text: 'A calm launch' };
    await db.assessmentAnswer.create({
      data: {
        ...{ ...answer, workspaceId: team.workspaceId, assessmentId: view.id },
        editedAt: world.clock.now(),
      },
    });
    const take = ({ id: personId }: { id: string }) =>
      readExport(world.context, {
        workspaceId: team.workspaceId,
        personId,
        by: { operator: 'olga' },
      });
    expect(JSON.stringify(await take(teo))).not.toContain('A calm launch');
    // Their own, and about somebody whom they manage.
    expect(JSON.stringify(await take(mika))).toContain('A calm launch');

    await db.accessLogEntry.deleteMany();
    await team.reveal(teo, mika);
    const { assessment, access_log_entry: log } = await take(teo);
    expect(assessment).toMatchObject([
      {
        author_id: 'Mika',
        subject_id: 'Teo',
        cycle_id: 'Q1 2027',
        role_key: 'Business Operations Manager',
        assessment_answer: [
          { competency_key: 'Execution', rating_key: 'Meeting', text: 'A calm launch' },
        ],
      },
    ]);
    expect(log).toMatchObject([{ operator: 'olga', surface: 'export', check_in_id: null }]);
    const entries = await db.accessLogEntry.findMany();
    expect(entries).toMatchObject([{ subjectId: teo.id, surface: 'export', operator: 'olga' }]);
    const audited = await db.auditLogEntry.findMany({ where: { action: 'person_exported' } });
    expect(audited.filter(({ personId }) => personId === teo.id)).toMatchObject([
      { operator: 'olga', subject: '' },
      { operator: 'olga', subject: '' },
    ]);

    // They may see it after they have left as well; who managed them sees it no more.
    await db.person.update({ where: { id: teo.id }, data: { leftAt: world.clock.now() } });
    expect(JSON.stringify(await take(teo))).toContain('A calm launch');
    await db.person.update({ where: { id: teo.id }, data: { managerId: null } });
    expect(JSON.stringify(await take(mika))).not.toContain('A calm launch');
  });
});
