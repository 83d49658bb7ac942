import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../src/database/index.js';
import { type BriefWorld, openBriefWorld, type Pair } from '../brief/world.js';
import { allowedTo, putSituation, type Situation, type Surface, surfaces } from './surfaces.js';

let world: BriefWorld;
let guest: Person;
beforeAll(async () => {
  world = await openBriefWorld();
  guest = (await world.pair()).mika;
});
afterAll(() => world.close());

/** Teo reports to Mika, later to Noor; Ada, an admin, manages both; Pia is Teo's peer. */
type Actor = 'teo' | 'mika' | 'noor' | 'ada' | 'pia' | 'guest';
const actors: readonly Actor[] = ['teo', 'mika', 'noor', 'ada', 'pia', 'guest'];

/** Between two cycles: after Q1, before Q2 opens. */
const between = '2027-05-03T10:00:00Z';

const own: Surface[] = [
  'answer',
  'action items',
  'closed action item',
  'one action item',
  'change of an action item',
  'list of action items',
];
const items: Surface[] = [
  'action items',
  'one action item',
  'change of an action item',
  'list of action items',
];
const managing: Surface[] = [...items, 'team list', 'nudge'];
const both: Surface[] = ['brief', 'history'];
const talk: Surface[] = ['record', 'notes'];

interface Row {
  name: string;
  /** Brings Teo's check-in and his reporting line into the situation. */
  prepare(pair: Pair, situation: Situation): Promise<Partial<Situation>>;
  /** What each may do; the others nothing. */
  allowed: Partial<Record<Actor, Surface[]>>;
}

const handedOver = (pair: Pair) => pair.handOver(pair.noor.id);
const revealed = async (pair: Pair) => ({ checkIn: await pair.reveal(pair.now) });

const table: Row[] = [
  {
    name: 'no check-in',
    prepare: async () => ({}),
    allowed: { teo: own, mika: [...managing, 'closed action item', 'answer'] },
  },
  {
    name: 'a draft',
    prepare: async (pair) => ({ checkIn: await put(pair, 'draft') }),
    allowed: { teo: own, mika: [...managing, 'closed action item', 'answer'] },
  },
  {
    name: 'a sent check-in',
    prepare: async (pair) => ({ checkIn: await put(pair, 'submitted') }),
    allowed: {
      teo: [...own, 'history'],
      mika: [...managing, 'closed action item', 'evidence', 'assessment', 'answer'],
    },
  },
  {
    name: 'a sent check-in after another manager has come',
    async prepare(pair) {
      const checkIn = await put(pair, 'submitted');
      await handedOver(pair);
      return { checkIn };
    },
    allowed: { teo: [...own, 'history'], noor: [...managing, 'evidence', 'assessment'] },
  },
  {
    name: 'a revealed check-in',
    prepare: revealed,
    allowed: {
      teo: [...own, ...both, 'record'],
      mika: [
        ...[...managing, ...both, 'closed action item', 'evidence', 'assessment', 'record'],
        ...['answer', 'brief in the team list'],
      ] as Surface[],
    },
  },
  {
    name: 'a revealed check-in after another manager has come',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.now);
      await handedOver(pair);
      return { checkIn };
    },
    allowed: { teo: [...own, ...both, 'record'], noor: [...managing, 'record'] },
  },
  {
    name: 'a revealed check-in of a closed cycle',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.now);
      world.clock.set(between);
      return { checkIn };
    },
    allowed: {
      teo: [...own, ...both, 'record'],
      mika: [...items, ...both, 'closed action item', 'evidence', 'record', 'answer'],
    },
  },
  {
    name: 'a revealed check-in of the cycle before, while no cycle is open',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.before);
      world.clock.set(between);
      return { checkIn, cycle: pair.before };
    },
    allowed: {
      teo: [...own, ...both, ...talk],
      mika: [...items, ...both, 'closed action item', 'answer', ...talk],
    },
  },
  {
    name: 'a revealed check-in of the cycle before, while the manager owes an assessment',
    prepare: async (pair) => ({ checkIn: await pair.reveal(pair.before), cycle: pair.before }),
    allowed: {
      teo: [...own, ...both, ...talk],
      mika: [...managing, 'closed action item', 'record', 'answer'],
    },
  },
  {
    name: 'a revealed check-in of the cycle before, recorded by the manager before',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.before);
      await handedOver(pair);
      return { checkIn, cycle: pair.before };
    },
    allowed: { teo: [...own, ...both, ...talk], noor: managing },
  },
  {
    name: 'a revealed check-in whose manager has left',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.now);
      await leave(pair.mika);
      return { checkIn };
    },
    allowed: { teo: [...own, ...both] },
  },
  {
    name: 'a revealed check-in whose author has left',
    async prepare(pair) {
      const checkIn = await pair.reveal(pair.now);
      await leave(pair.teo);
      return { checkIn };
    },
    allowed: {
      mika: [...items, ...both, 'closed action item', 'evidence', 'assessment', 'record', 'answer'],
    },
  },
];

describe.each(table)('with $name', ({ prepare, allowed }) => {
  it('each is let in where they may be', async () => {
    const pair = await world.pair();
    const pia = await pair.add('Pia', { role: 'associate', manager: pair.mika });
    const common = await putSituation(world, pair);
    const situation = { ...common, ...(await prepare(pair, common)) };
    const people = { ...pair, pia, guest };
    for (const name of actors) {
      const got = await allowedTo({ world, ...situation, actor: people[name] });
      expect(got.sort(), name).toEqual([...(allowed[name] ?? [])].sort());
    }
  });
});

/** The surfaces on which Ada, further up Teo's line, is let in where the workspace lets her read. */
describe.each(table)('where managers further up may read, with $name', ({ prepare, allowed }) => {
  it('they read what both gave, and nothing else; the others are let in as ever', async () => {
    const pair = await world.pair();
    await letAboveRead(pair, world.clock.now());
    const common = await putSituation(world, pair);
    const situation = { ...common, ...(await prepare(pair, common)) };
    const isRead = allowed.teo?.includes('brief') && (await hasLine(pair));
    const ada = await allowedTo({ world, ...situation, actor: pair.ada });
    expect(ada.sort()).toEqual(isRead ? [...both].sort() : []);
    for (const name of ['mika', 'noor'] as const) {
      const got = await allowedTo({ world, ...situation, actor: pair[name] });
      expect(got.sort(), name).toEqual([...(allowed[name] ?? [])].sort());
    }
  });
});

describe('a manager further up', () => {
  /** A revealed check-in of Teo's; the function says on which surfaces Ada is let in. */
  const revealedOf = async (pair: Pair) => {
    const common = await putSituation(world, pair);
    const checkIn = await pair.reveal(pair.now);
    return () => allowedTo({ world, ...common, checkIn, actor: pair.ada });
  };

  it('reads nothing that was given before the workspace let them, and nothing once it does no more', async () => {
    const pair = await world.pair();
    const read = await revealedOf(pair);
    await letAboveRead(pair, new Date(world.clock.now().getTime() + 1));
    expect(await read()).toEqual([]);
    await letAboveRead(pair, world.clock.now());
    expect((await read()).sort()).toEqual([...both].sort());
    await letAboveRead(pair, null);
    expect(await read()).toEqual([]);
  });

  it('is recorded as a reader, and reads no more once somebody between them has left', async () => {
    const pair = await world.pair();
    await letAboveRead(pair, world.clock.now());
    const read = await revealedOf(pair);
    const noor = { managerId: pair.noor.id };
    await world.context.db.person.update({ where: { id: pair.mika.id }, data: noor });
    expect((await read()).sort()).toEqual([...both].sort());
    const readings = await pair.readings();
    expect(
      readings.map(({ readerId, subjectId, surface }) => [readerId, subjectId, surface]),
    ).toEqual([
      [pair.ada.id, pair.teo.id, 'brief'],
      [pair.ada.id, pair.teo.id, 'history'],
    ]);
    await leave(pair.noor);
    expect(await read()).toEqual([]);
  });
});

async function letAboveRead({ workspaceId }: Pair, aboveReadFrom: Date | null) {
  await world.context.db.workspace.update({ where: { id: workspaceId }, data: { aboveReadFrom } });
}

/** Whether Teo is here and has a manager who is. */
async function hasLine({ teo }: Pair): Promise<boolean> {
  const row = await world.context.db.person.findUniqueOrThrow({
    where: { id: teo.id },
    include: { manager: true },
  });
  return row.leftAt === null && row.manager?.leftAt === null;
}

async function put({ workspaceId, teo, now }: Pair, state: 'draft' | 'submitted') {
  const { db, clock, frameworks } = world.context;
  const at = clock.now();
  return db.checkIn.create({
    data: {
      ...{ workspaceId, cycleId: now.id, personId: teo.id, startedAt: at, state },
      ...{ frameworkVersionId: frameworks.current(workspaceId).id, roleKey: 'associate' },
      submittedAt: state === 'submitted' ? at : null,
    },
  });
}

function leave({ id }: Person) {
  const leftAt = world.clock.now();
  return world.context.db.person.update({ where: { id }, data: { leftAt } });
}

it('the table lets somebody in on each surface', () => {
  const open = new Set(table.flatMap(({ allowed }) => Object.values(allowed).flat()));
  expect(surfaces.filter((surface) => !open.has(surface))).toEqual([]);
});
