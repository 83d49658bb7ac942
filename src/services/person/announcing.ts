import type { Transaction } from '../../database/index.js';
import type { Administrator } from '../access/index.js';
import { type NewDelivery, recordDeliveries } from '../delivery/index.js';
import { cycleToFileUnder } from '../open-cycle/index.js';
import { managerSetKind, noRole, reportsChangedKind, roleSetKind } from './messages.js';

const minuteMs = 60_000;
/** What changes again within these minutes is part of the same message. */
const delayMs = 10 * minuteMs;
/** After two weeks it is no news. */
const lifeMs = 14 * 24 * 60 * minuteMs;

interface Position {
  roleKey: string | null;
  /** The manager's id. */
  manager: string | null;
}

/** A person's role and manager before and after a change. */
export interface PlaceChange {
  personId: string;
  before: Position;
  after: Position;
}

export interface PlaceChanges {
  workspaceId: string;
  changes: readonly PlaceChange[];
  /** A person who made them is notified of nothing. */
  by: Administrator;
  /** Somebody else who knows already. */
  knownTo?: string | undefined;
  at: Date;
}

const kinds = [managerSetKind.kind, roleSetKind.kind, reportsChangedKind.kind];

/**
 * Records messages about changes of roles and managers, in the transaction that makes them: to the
 * person, and to the manager of before and the one of now. What a waiting message says already, or was
 * to say and is no longer so, is not recorded twice.
 */
export async function announcePlaces(
  tx: Transaction,
  { workspaceId, changes, by, knownTo, at }: PlaceChanges,
): Promise<void> {
  const byId = 'personId' in by ? by.personId : undefined;
  const cycleId = await cycleToFileUnder(tx, { workspaceId, at });
  // Without any cycle no message can be filed.
  if (cycleId === undefined) return;
  const dueAt = new Date(at.getTime() + delayMs);
  const filed = {
    workspaceId,
    cycleId,
    dueAt,
    expiresAt: new Date(at.getTime() + delayMs + lifeMs),
  };
  const wanted = changes
    .flatMap((change) => messagesOf(change, at, filed))
    .filter(({ recipientId }) => recipientId !== byId && recipientId !== knownTo);
  await dropOwn(tx, { changes, byId });
  if (wanted.length === 0) return;
  const waiting = await tx.delivery.findMany({
    where: {
      ...{ workspaceId, kind: { in: kinds }, state: { in: ['due', 'held'] } },
      recipientId: { in: [...new Set(wanted.map(({ recipientId }) => recipientId))] },
    },
    select: { id: true, kind: true, recipientId: true, subjectId: true, step: true },
  });
  const waitingAs = new Map(waiting.map((one) => [aboutOf(one), one]));
  const overtaken = wanted.flatMap((one) => {
    const before = waitingAs.get(aboutOf(one));
    return before && one.kind === reportsChangedKind.kind && before.step !== one.step
      ? [before.id]
      : [];
  });
  await tx.delivery.updateMany({
    where: { id: { in: overtaken }, state: { in: ['due', 'held'] } },
    data: { state: 'obsolete', reason: 'overtaken' },
  });
  await recordDeliveries(
    tx,
    wanted.filter((one) => !waitingAs.has(aboutOf(one))),
  );
}

/** People who have changed their own place need no message about the change before. */
async function dropOwn(
  tx: Transaction,
  { changes, byId }: Pick<PlaceChanges, 'changes'> & { byId: string | undefined },
): Promise<void> {
  if (byId === undefined || !changes.some(({ personId }) => personId === byId)) return;
  await tx.delivery.updateMany({
    where: {
      ...{ recipientId: byId, kind: { in: [managerSetKind.kind, roleSetKind.kind] } },
      state: { in: ['due', 'held'] },
    },
    data: { state: 'obsolete', reason: 'own_change' },
  });
}

type Filed = Pick<NewDelivery, 'workspaceId' | 'cycleId' | 'dueAt' | 'expiresAt'>;

function messagesOf(
  { personId, before, after }: PlaceChange,
  changedAt: Date,
  filed: Filed,
): NewDelivery[] {
  const aboutReport = (recipientId: string | null, step: 'joined' | 'left') =>
    recipientId === null
      ? []
      : [
          reportsChangedKind.delivery({
            ...filed,
            recipientId,
            subjectId: personId,
            step,
            changedAt,
          }),
        ];
  const own = { ...filed, recipientId: personId, changedAt };
  const from = before.manager === null ? {} : { subjectId: before.manager };
  const hasOtherManager = before.manager !== after.manager;
  return [
    ...(before.roleKey === after.roleKey
      ? []
      : [roleSetKind.delivery({ ...own, step: before.roleKey ?? noRole })]),
    ...(hasOtherManager
      ? [
          managerSetKind.delivery({ ...own, ...from, step: 'manager' }),
          ...aboutReport(before.manager, 'left'),
          ...aboutReport(after.manager, 'joined'),
        ]
      : []),
  ];
}

/** Of a person's own place one message waits, of each of their reports one. */
function aboutOf(one: Pick<NewDelivery, 'kind' | 'recipientId'> & { subjectId?: string | null }) {
  const isReport = one.kind === reportsChangedKind.kind;
  return [one.kind, one.recipientId, isReport ? one.subjectId : ''].join(':');
}
