import type { DeliveryState, Transaction } from '../../../database/index.js';
import type { Context } from '../../context.js';
import type { Messenger } from '../messenger.js';
import { type Reconciled, reconcilePost } from '../reconcile.js';
import { takeUnknownPost } from '../unknown-posts.js';
import { type DeliveryFilter, whereOf } from './list.js';

/** The result of an operator's retry. */
export type Retried =
  /** It failed, and is due again. */
  | { state: 'due_again' }
  /** It was perhaps sent, and is due again without a look. */
  | { state: 'due_unlooked' }
  /** It was perhaps sent, and Slack was asked. */
  | { state: 'looked'; reconciled: Reconciled }
  /** It was perhaps sent, and there is no way to ask Slack. */
  | { state: 'no_slack' }
  /** The attempt is so young that it may be under way. */
  | { state: 'under_way' }
  /** It neither failed nor is unknown: there is nothing to do again. */
  | { state: 'not_needed'; is: DeliveryState };

export interface RetryInput {
  workspaceId: string;
  id: string;
  at: Date;
  /** Sends what was perhaps sent without looking for it. */
  evenIfTwice: boolean;
}

/**
 * Makes a message due again that failed. One that was perhaps sent is looked for first, and is due again
 * only if it isn't there; with `evenIfTwice` at once.
 */
export async function retryDelivery(
  context: Context,
  messenger: Messenger | undefined,
  { workspaceId, id, at, evenIfTwice }: RetryInput,
): Promise<Retried> {
  const { db } = context;
  const { state, reason } = await db.delivery.findFirstOrThrow({ where: { id, workspaceId } });
  if (state === 'failed')
    return (await makeDue(context, { id, state }, at)) ?? { state: 'due_again' };
  if (state !== 'unknown') return { state: 'not_needed', is: state };
  if (evenIfTwice) return (await makeDue(context, { id, state }, at)) ?? { state: 'due_unlooked' };
  // The claim that would mark its post is lost with the data.
  if (reason === 'restored') {
    return { state: 'looked', reconciled: { state: 'not_settled', reason } };
  }
  if (!messenger) return { state: 'no_slack' };
  const post = await takeUnknownPost(db, { workspaceId, only: id });
  if (!post) return { state: 'under_way' };
  return { state: 'looked', reconciled: await reconcilePost(context, messenger, { post, at }) };
}

/** Undefined if it is due now; else what it has become meanwhile. */
async function makeDue(
  { db }: Context,
  { id, state }: { id: string; state: 'failed' | 'unknown' },
  at: Date,
): Promise<Retried | undefined> {
  const again = { state: 'due' as const, reason: null, dueAt: at, buildFailures: 0 };
  const made = await Promise.all([
    // Its timestamp in Slack shows that it was sent before; `sent_at` stays.
    db.delivery.updateMany({ where: { id, state, slackTs: { not: null } }, data: again }),
    db.delivery.updateMany({
      where: { id, state, slackTs: null },
      data: { ...again, sentAt: null },
    }),
  ]);
  if (made.some(({ count }) => count > 0)) return undefined;
  return {
    state: 'not_needed',
    is: (await db.delivery.findUniqueOrThrow({ where: { id } })).state,
  };
}

const droppable: DeliveryState[] = ['due', 'held', 'failed', 'unknown'];
const byOperator = { state: 'obsolete' as const, reason: 'dropped_by_operator' };

/**
 * Drops one message permanently; returns whether it did. A message that is being sent or was sent
 * can't be dropped.
 */
export async function dropDelivery(
  { db }: { db: Pick<Transaction, 'delivery'> },
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<boolean> {
  const { count } = await db.delivery.updateMany({
    where: { id, workspaceId, state: { in: droppable } },
    data: byOperator,
  });
  return count > 0;
}

/** Returns how many messages of the filter wait: due or held. */
export async function countWaiting(
  { db }: Pick<Context, 'db'>,
  filter: DeliveryFilter,
): Promise<number> {
  return db.delivery.count({ where: await whereOf(db, { ...filter, states: ['due', 'held'] }) });
}

/** Drops what `countWaiting` counts; returns how many. */
export async function dropWaiting(
  { db }: { db: Transaction },
  filter: DeliveryFilter,
): Promise<number> {
  const where = await whereOf(db, { ...filter, states: ['due', 'held'] });
  const { count } = await db.delivery.updateMany({ where, data: byOperator });
  return count;
}
