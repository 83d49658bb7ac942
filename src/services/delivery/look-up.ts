import type { Cycle as CycleRow, Person } from '../../database/index.js';
import type { Context } from '../context.js';
import { describeError, isDatabaseAway } from '../errors/index.js';
import type { ClaimedDelivery, Found, LookUp, LookUpPage } from '../message.js';
import { notifiedLately } from './least-distance.js';

/** The fields of a message that are needed to read its facts. */
export type Addressed = Pick<
  ClaimedDelivery,
  'id' | 'kind' | 'cycleId' | 'recipientId' | 'subjectId'
>;

interface LookUpInput {
  workspaceId: string;
  messages: readonly Addressed[];
  at: Date;
}

/**
 * Reads what decides about messages, by their ids, in a fixed number of statements a cycle. Left out are
 * messages whose recipient or cycle is gone, and those of kinds that this version doesn't know.
 */
export async function readFound(
  { db, messages: registry }: Pick<Context, 'db' | 'messages'>,
  { workspaceId, messages, at }: LookUpInput,
): Promise<Map<string, Found>> {
  const [workspace, cycles, people, notified] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
    db.cycle.findMany({ where: { workspaceId } }),
    db.person.findMany({
      where: { workspaceId, id: { in: messages.map(({ recipientId }) => recipientId) } },
    }),
    notifiedLately(db, { messages, at }),
  ]);
  const lookUpOf = ({ kind }: Addressed) => registry.find(kind)?.lookUp;
  const lookUps = new Set(messages.map(lookUpOf).filter((one) => one !== undefined));
  const factsOf = new Map<LookUp<unknown>, Map<string, unknown>>();
  for (const lookUp of lookUps) {
    const mine = messages.filter((message) => lookUpOf(message) === lookUp);
    const page: LookUpPage = { workspace, cycles, people, messages: mine, at };
    factsOf.set(lookUp, await lookUp(db, page));
  }
  const cycleOf = byId<CycleRow>(cycles);
  const personOf = byId<Person>(people);
  return new Map(
    messages.flatMap((message): [string, Found][] => {
      const recipient = personOf.get(message.recipientId);
      const cycle = cycleOf.get(message.cycleId);
      const definition = registry.find(message.kind);
      if (!recipient || !cycle || !definition) return [];
      const { lookUp } = definition;
      const facts = lookUp && factsOf.get(lookUp)?.get(message.id);
      if (lookUp && facts === undefined) return [];
      const notifiedAt = notified.get(message.id);
      return [[message.id, { recipient, workspace, cycle, notifiedAt, facts }]];
    }),
  );
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** What decides about messages, by their ids, and the errors of those about which it can't be read. */
export interface LookedUp {
  found: Map<string, Found>;
  errors: Map<string, unknown>;
}

/**
 * Reads the facts of many people's messages. Where that fails it is repeated for each half of the
 * people, so that the failing person is found in a few steps and only their messages end in
 * `errors`; each failure is logged. Throws where the database is away.
 */
export async function lookUpPeople(
  context: Context,
  {
    workspaceId,
    people,
    at,
  }: { workspaceId: string; people: readonly (readonly Addressed[])[]; at: Date },
): Promise<LookedUp> {
  const messages = people.flat();
  try {
    return { found: await readFound(context, { workspaceId, messages, at }), errors: new Map() };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (people.length === 1) {
      return { found: new Map(), errors: new Map(messages.map(({ id }) => [id, error])) };
    }
    const fields = { workspace: workspaceId, people: people.length, ...describeError(error) };
    context.log.error(
      fields,
      'people could not be looked up together; they are looked up in halves',
    );
    const middle = Math.ceil(people.length / 2);
    const one = await lookUpPeople(context, { workspaceId, people: people.slice(0, middle), at });
    const other = await lookUpPeople(context, { workspaceId, people: people.slice(middle), at });
    return {
      found: new Map([...one.found, ...other.found]),
      errors: new Map([...one.errors, ...other.errors]),
    };
  }
}
