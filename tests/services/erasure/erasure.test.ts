import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { dataMap } from '../../../src/domain/data-map/data-map.js';
import { listChanges } from '../../../src/services/audit-log/index.js';
import type { Context } from '../../../src/services/context.js';
import { removePosts } from '../../../src/services/delivery/index.js';
import {
  addToErasedList,
  parseErasedList,
  readErasedList,
} from '../../../src/services/erased/index.js';
import {
  eraseAgain,
  erasePerson,
  foreseeErasure,
  letIn,
} from '../../../src/services/erasure/index.js';
import {
  addMember,
  findOrAddPerson,
  importPeople,
  meetManager,
  rememberProfiles,
} from '../../../src/services/person/index.js';
import { recordingLog } from '../../support/recording-log.js';
import { openReminderWorld } from '../reminder/world.js';
import { everythingAsText, type MarkedRow, markEverything, rowsById } from './marked-world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const operator = { operator: 'olga' };

/** Whether a row stays, by the data map where it names the person, else by what the schema says. */
function isToStay({ table, column, refersTo, onDelete, from }: MarkedRow): boolean {
  if (refersTo === null || refersTo === 'person') {
    const decided = dataMap[table]?.people[column];
    const isOthers = from !== undefined && from.from !== undefined && isToStay(from);
    return isOthers || (decided !== undefined && decided !== 'goes');
  }
  return onDelete === 'n' || (from !== undefined && isToStay(from));
}

async function markedPerson() {
  const team = await world.team();
  const { workspaceId } = team;
  const mika = await team.add('Mika Marked-Person', { role: 'team-leader' });
  const rows = await markEverything(world.context.db, { workspaceId, personId: mika.id });
  return { ...team, mika, rows, who: { workspaceId, by: operator, slackUserId: mika.slackUserId } };
}

describe('an erased person', () => {
  it('is in no row of any table and no line of the log, and what others own is whole', async () => {
    const { db } = world.context;
    const { workspaceId, mika, rows, who, letterbox } = await markedPerson();
    await nameInOurTexts(workspaceId, mika);
    const { log, lines } = recordingLog();
    const context = { ...world.context, log };
    const before = await rowsById(db);
    expect(rows.length).toBeGreaterThan(50);
    const erased = await erasePerson(context, who);
    expect(erased.checkIns).toBeGreaterThan(0);
    while ((await removePosts(context, letterbox, { workspaceId })).more);
    const after = await rowsById(db);
    const unexpected = rows.filter((row) => after.has(row.id) !== isToStay(row)).map(pathOf);
    expect(unexpected).toEqual([]);
    for (const { id } of rows.filter(isToStay)) {
      expect(wordsOf(after.get(id))).toEqual(wordsOf(before.get(id)));
    }
    const text = [await everythingAsText(db), JSON.stringify(lines)].join('\n');
    const gone = rows.filter((row) => !isToStay(row)).flatMap(({ id, mark }) => [id, `${mark} `]);
    const traces = [mika.id, mika.slackUserId, mika.name, ...gone];
    expect(traces.filter((trace) => text.includes(trace))).toEqual([]);
    expect(text).toContain('an erased person,U0OTHER of an erased person (an erased person)');
  });

  it('is first shown as it would be, and nothing is changed by that', async () => {
    const { who, db } = { ...(await markedPerson()), db: world.context.db };
    const before = await everythingAsText(db);
    const foreseen = await foreseeErasure(world.context, who);
    expect(await everythingAsText(db)).toBe(before);
    expect(await erasePerson(world.context, who)).toEqual(foreseen);
  });

  it('leaves open actions to the managers of now, and takes along a view that nobody was shown', async () => {
    const { db } = world.context;
    const team = await world.team();
    const [mika, noor] = [await team.add('Mika'), await team.add('Noor')];
    const [teo, uma] = [
      await team.add('Teo', { manager: noor }),
      await team.add('Uma', { manager: mika }),
    ];
    const { workspaceId } = team;
    const item = { workspaceId, ownerId: mika.id, what: 'x', dueOn: new Date('2027-04-01') };
    await db.actionItem.createMany({
      data: [teo, uma].flatMap(({ id: personId }) =>
        (['open', 'done'] as const).map((state) => ({
          ...{ ...item, personId, state, createdAt: world.clock.now() },
        })),
      ),
    });
    await team.sendAt('2027-03-03T10:00:00Z');
    await team.submit(uma);
    await team.giveView(uma, mika);
    await erasePerson(world.context, { workspaceId, by: operator, slackUserId: mika.slackUserId });
    const items = await db.actionItem.findMany({ where: { workspaceId } });
    const owners = items.map(({ personId, state, ownerId }) => [personId, state, ownerId]);
    expect(owners).toEqual(
      expect.arrayContaining([
        [teo.id, 'open', noor.id],
        [teo.id, 'done', null],
        [uma.id, 'open', null],
        [uma.id, 'done', null],
      ]),
    );
    expect(await db.assessment.count({ where: { workspaceId } })).toBe(0);
  });

  it('is not brought back by Slack or an import, and begins anew once let in again', async () => {
    const { context } = world;
    const team = await world.team();
    const { slackUserId } = await team.add('Mika');
    const who = { workspaceId: team.workspaceId, slackUserId };
    await erasePerson(context, { ...who, by: operator });
    const profile = { ...here, slackUserId, name: 'Mika' };
    const asked = { ...context, members: { profileOf: async () => profile } as Context['members'] };
    await addMember(context, team.workspaceId, profile);
    await rememberProfiles(context, team.workspaceId, [profile]);
    await expect(findOrAddPerson(asked, who)).rejects.toMatchObject({ standing: 'erased' });
    await expect(meetManager(asked, who)).rejects.toThrow('was erased here');
    const row = { line: 2, slackUserId, role: '', managerSlackUserId: '', startedOn: '' };
    const rows = [row, { ...row, line: 3, slackUserId: 'U0NEW', managerSlackUserId: slackUserId }];
    const imported = await importPeople(context, {
      workspaceId: team.workspaceId,
      by: operator,
      rows: [rows[1] ?? row],
    });
    expect(imported).toMatchObject({
      problems: [{ message: expect.stringContaining('was erased') }],
    });
    expect(
      await importPeople(context, { workspaceId: team.workspaceId, by: operator, rows }),
    ).toMatchObject({
      problems: [{ line: 2, message: expect.stringContaining('to let them in again') }],
    });
    expect(await context.db.person.count({ where: who })).toBe(0);
    await letIn(context, { ...who, by: operator });
    await expect(letIn(context, { ...who, by: operator })).rejects.toThrow('Nobody was erased');
    const changes = await listChanges(context, { workspaceId: team.workspaceId, most: 5 });
    expect(changes[0]).toMatchObject({
      ...{ action: 'person_readmitted', by: 'olga', subject: 'an erased person' },
    });
    expect(JSON.stringify(changes)).not.toContain(slackUserId);
    expect((await findOrAddPerson(asked, who)).name).toBe('Mika');
  });

  it('gets no message that was on its way, and what had just left is deleted', async () => {
    const { db } = world.context;
    const team = await world.team();
    const { workspaceId, letterbox } = team;
    const mika = await team.add('Mika');
    await team.add('Teo', { manager: mika });
    const who = { workspaceId, by: operator, slackUserId: mika.slackUserId };
    const send = letterbox.send.bind(letterbox);
    letterbox.send = async (recipient, message) => {
      const outcome = await send(recipient, message);
      if (recipient.slackUserId === mika.slackUserId) await erasePerson(world.context, who);
      return outcome;
    };
    await team.sendAt('2027-03-03T10:00:00Z');
    expect(letterbox.received.sort()).toEqual([
      `invitation to ${mika.slackUserId}`,
      'invitation to U0TEO',
    ]);
    expect(letterbox.removed).toEqual([letterbox.lastTo(mika.slackUserId)]);
    expect(await db.postToDelete.count({ where: { workspaceId } })).toBe(0);
    expect(await db.delivery.count({ where: { workspaceId, recipientId: mika.id } })).toBe(0);
  });

  it('has left where an admin erases them, and is anybody where an operator does', async () => {
    const { context } = world;
    const team = await world.team();
    const ada = await team.add('Ada', { admin: true });
    const { id, slackUserId } = await team.add('Mika');
    const who = { workspaceId: team.workspaceId, by: { personId: ada.id }, slackUserId };
    await expect(erasePerson(context, who)).rejects.toThrow('still here');
    await expect(erasePerson(context, { ...who, by: { personId: id } })).rejects.toThrow('admins');
    await expect(erasePerson(context, { ...who, slackUserId: 'U0X' })).rejects.toThrow('nobody');
    await context.db.person.update({ where: { id }, data: { leftAt: world.clock.now() } });
    await erasePerson(context, who);
    const [entry] = await listChanges(context, { workspaceId: team.workspaceId, most: 1 });
    expect(entry).toMatchObject({
      action: 'person_erased',
      subject: 'an erased person',
      by: 'Ada',
    });
  });
});

describe('the list of erased people', () => {
  it('erases again what a backup from before has, and keeps who was let in again', async () => {
    const { context } = world;
    const team = await world.team();
    const { workspaceId } = team;
    const { slackUserId, name } = await team.add('Mika');
    await erasePerson(context, { workspaceId, by: operator, slackUserId });
    const list = parseErasedList(JSON.stringify(await readErasedList(context)));
    expect(JSON.stringify(list)).not.toContain(slackUserId);
    // As a backup from before has it: the person, and not the entry.
    await context.db.erasedPerson.deleteMany({ where: { workspaceId } });
    const createdAt = new Date('2027-01-01T00:00:00Z');
    const data = { workspaceId, slackUserId, name, createdAt };
    await context.db.person.create({ data });
    expect(await eraseAgain(context, operator)).toBe(0);
    if (list) await addToErasedList(context, list);
    expect(await eraseAgain(context, operator)).toBe(1);
    expect(await eraseAgain(context, operator)).toBe(0);
    expect(await context.db.person.count({ where: { workspaceId } })).toBe(0);
    await context.db.person.create({ data: { ...data, createdAt: new Date('2027-05-01') } });
    expect(await eraseAgain(context, operator)).toBe(0);
    expect(await context.db.person.count({ where: { workspaceId } })).toBe(1);
  });
});

const here = {
  ...{ timeZone: 'UTC', locale: 'en-GB', isAdmin: false, isBot: false, deactivated: false },
};

/** Puts a person's name and ids where texts of ours name people. */
async function nameInOurTexts(workspaceId: string, { id, slackUserId, name }: Person) {
  const { db } = world.context;
  await db.workspace.update({ where: { id: workspaceId }, data: { adminIds: [id] } });
  await db.frameworkVersion.updateMany({ where: { workspaceId }, data: { publishedBy: name } });
  const about = `${slackUserId},U0OTHER of ${name} (${id})`;
  await db.auditLogEntry.create({
    data: {
      ...{ workspaceId, operator: 'olga', action: 'setting', at: world.clock.now() },
      ...{ subject: name, before: about, after: about },
    },
  });
}

/** A row without its references and without the mark that its post is read again. */
function wordsOf(row: Record<string, unknown> = {}) {
  const { redraw_due_at: _, ...rest } = row;
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.endsWith('_id')));
}

function pathOf(row: MarkedRow): string {
  return row.from ? `${row.table}.${row.column} < ${pathOf(row.from)}` : row.table;
}
