import type { Database, DeliveryState, Transaction } from '../../database/index.js';
import { decidedKey } from '../../domain/reminder/decided.js';
import { isDigest, isForTeam, messageKinds } from '../../domain/reminder/message-kinds.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Cycle } from '../cycle/index.js';
import { passingReasons } from '../delivery/index.js';

/** The states of a message that has still to leave. */
const waitingStates: readonly DeliveryState[] = ['due', 'claimed', 'held'];

export type DeliveryFact = Awaited<ReturnType<typeof readDeliveries>>[number];

export function readDeliveries(db: Database | Transaction, cycle: Cycle, recipientIds: string[]) {
  return db.delivery.findMany({
    where: {
      workspaceId: cycle.workspaceId,
      recipientId: { in: recipientIds },
      cycleId: cycle.id,
      kind: { in: [...messageKinds] },
    },
    select: { recipientId: true, kind: true, step: true, state: true, reason: true, sentAt: true },
  });
}

/** When each person last got a message in the two days before an instant. */
export async function readLastNotified(
  db: Database | Transaction,
  recipientIds: string[],
  at: Date,
): Promise<Map<string, Date>> {
  const since = new Date(at.getTime() - 2 * 24 * 60 * 60 * 1000);
  const rows = await db.delivery.groupBy({
    by: ['recipientId'],
    where: { recipientId: { in: recipientIds }, sentAt: { gte: since, lte: at } },
    _max: { sentAt: true },
  });
  return new Map(
    rows.flatMap(({ recipientId, _max }) =>
      _max.sentAt ? [[recipientId, _max.sentAt] as [string, Date]] : [],
    ),
  );
}

export function notifiedOfTeam(deliveries: DeliveryFact[]) {
  const ofTeam = deliveries.filter(isForTeam);
  const times = ofTeam.flatMap(({ sentAt }) => (sentAt ? [sentAt.getTime()] : []));
  return {
    teamNotifiedAt: times.length > 0 ? new Date(Math.max(...times)) : undefined,
    teamMessageWaits: ofTeam.some(
      ({ kind, state }) => isDigest({ kind }) && waitingStates.includes(state),
    ),
  };
}

export function knowsSince(
  deliveries: DeliveryFact[],
  startedAt: Date | undefined,
  timeZone: string,
): string | undefined {
  const invited = deliveries.find(({ kind, sentAt }) => kind === 'invitation' && sentAt !== null);
  const days = [invited?.sentAt, startedAt]
    .filter((instant) => instant instanceof Date)
    .map((instant) => localDay(instant, timeZone));
  return days.sort()[0];
}

export function isDecided({ state, reason }: DeliveryFact): boolean {
  return state !== 'obsolete' || !passingReasons.includes(reason ?? '');
}

/** An "all set" decides its digest step as well. */
export function decidedKeys({ kind, step }: DeliveryFact): string[] {
  const known = messageKinds.find((one) => one === kind);
  if (known === undefined) return [];
  return known === 'all_set' ? ['all_set', decidedKey('digest', step)] : [decidedKey(known, step)];
}
