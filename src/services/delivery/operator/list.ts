import type { DeliveryState, Prisma, Transaction } from '../../../database/index.js';
import type { Context } from '../../context.js';
import { UserFacingError } from '../../errors/index.js';
import { readRefusal } from '../refusals.js';

/** Which messages; what is left out is not asked. */
export interface DeliveryFilter {
  workspaceId: string;
  states?: readonly DeliveryState[];
  kind?: string;
  /** A Slack user id, or a name or a part of one. */
  person?: string;
  /** A cycle's name. */
  cycle?: string;
  /** Due then or later. */
  since?: Date;
  /** Due before. */
  before?: Date;
}

/** A message and what became of it. Nothing that anybody wrote. */
export interface ListedDelivery {
  id: string;
  kind: string;
  step: string;
  state: DeliveryState;
  /** Why it was dropped, failed or is unknown, or what Slack refuses it for: a code of ours or of Slack's. */
  reason: string | null;
  recipient: { slackUserId: string; name: string; timeZone: string };
  cycleName: string | null;
  createdAt: Date;
  dueAt: Date;
  expiresAt: Date | null;
  /** When it was last claimed or posted, real time. */
  claimedAt: Date | null;
  sentAt: Date | null;
  attempts: number;
  lookedForAt: Date | null;
  slackChannelId: string | null;
  slackTs: string | null;
}

type Reading = Pick<Transaction, 'person' | 'cycle'>;

const read = {
  id: true,
  kind: true,
  step: true,
  state: true,
  reason: true,
  recipient: { select: { slackUserId: true, name: true, timeZone: true } },
  cycle: { select: { name: true } },
  createdAt: true,
  dueAt: true,
  expiresAt: true,
  claimedAt: true,
  sentAt: true,
  attempts: true,
  lookedForAt: true,
  slackChannelId: true,
  slackTs: true,
} satisfies Prisma.DeliverySelect;

/**
 * The newest messages that a filter lets through, at most `limit`, and how many there are in all.
 * Throws UserFacingError where the filter names a person or a cycle that isn't there.
 */
export async function listDeliveries(
  { db }: Pick<Context, 'db'>,
  { limit, ...filter }: DeliveryFilter & { limit: number },
): Promise<{ total: number; deliveries: ListedDelivery[] }> {
  const where = await whereOf(db, filter);
  const total = await db.delivery.count({ where });
  const rows = await db.delivery.findMany({
    where,
    select: read,
    orderBy: { id: 'desc' },
    take: limit,
  });
  const refused = (await readRefusal(db, filter.workspaceId))?.reason;
  return { total, deliveries: rows.map((row) => toListed(row, refused)) };
}

/** One message by its whole id. Throws where there is none. */
export async function readDelivery(
  { db }: Pick<Context, 'db'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<ListedDelivery> {
  const row = await db.delivery.findFirstOrThrow({ where: { id, workspaceId }, select: read });
  return toListed(row, (await readRefusal(db, workspaceId))?.reason);
}

/** A filter as the database takes it. Throws UserFacingError: see listDeliveries. */
export async function whereOf(
  db: Reading,
  { workspaceId, states, kind, person, cycle, since, before }: DeliveryFilter,
): Promise<Prisma.DeliveryWhereInput> {
  return {
    workspaceId,
    ...(states && { state: { in: [...states] } }),
    ...(kind !== undefined && { kind }),
    ...(person !== undefined && { recipientId: { in: await peopleIds(db, workspaceId, person) } }),
    ...(cycle !== undefined && { cycleId: await cycleIdOf(db, workspaceId, cycle) }),
    ...((since || before) && {
      dueAt: { ...(since && { gte: since }), ...(before && { lt: before }) },
    }),
  };
}

async function peopleIds(db: Reading, workspaceId: string, person: string): Promise<string[]> {
  const named = { name: { contains: person, mode: 'insensitive' as const } };
  const people = await db.person.findMany({
    where: { workspaceId, OR: [{ slackUserId: person }, named] },
    select: { id: true },
  });
  if (people.length > 0) return people.map(({ id }) => id);
  throw new UserFacingError(
    `Nobody here has the Slack id or the name ${person}. See: ladder people list`,
  );
}

async function cycleIdOf(db: Reading, workspaceId: string, name: string): Promise<string> {
  const equals = { equals: name, mode: 'insensitive' as const };
  const cycle = await db.cycle.findFirst({ where: { workspaceId, name: equals } });
  if (cycle) return cycle.id;
  throw new UserFacingError(`There is no cycle called ${name}. See: ladder cycle list`);
}

/** `refused`: why Slack takes nothing from the workspace, which is what keeps all that is due. */
function toListed(
  { cycle, ...row }: Prisma.DeliveryGetPayload<{ select: typeof read }>,
  refused: string | undefined,
): ListedDelivery {
  const waits = row.state === 'due' && refused !== undefined;
  return { ...row, ...(waits && { reason: refused }), cycleName: cycle?.name ?? null };
}
