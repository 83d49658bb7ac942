import type { Context } from '../../context.js';
import { readFound } from '../look-up.js';
import { nextReconcileAt } from '../unknown-posts.js';
import { type Forecast, forecast } from './forecast.js';
import { type ListedDelivery, readDelivery } from './list.js';

/** All there is to say about one message. */
export interface ExplainedDelivery {
  delivery: ListedDelivery;
  /** For a waiting message: the verdict by the current data, and when. */
  next?: { at: Date; forecast: Forecast };
  /** For an unknown outcome: when it is looked for next; real time. */
  nextReconcileAt?: Date;
}

/** Reads one message by its whole id, and forecasts its verdict if it waits. Sends and writes nothing. */
export async function explainDelivery(
  context: Context,
  { workspaceId, id, at }: { workspaceId: string; id: string; at: Date },
): Promise<ExplainedDelivery> {
  const delivery = await readDelivery(context, { workspaceId, id });
  const { state, dueAt } = delivery;
  if (state === 'unknown') {
    const nextAt = nextReconcileAt(delivery);
    return { delivery, ...(nextAt && { nextReconcileAt: nextAt }) };
  }
  if (state !== 'due' && state !== 'held') return { delivery };
  if (!context.messages.find(delivery.kind)) return { delivery };
  const when = dueAt > at ? dueAt : at;
  return { delivery, next: { at: when, forecast: await forecastAt(context, { id, at: when }) } };
}

async function forecastAt(
  context: Context,
  { id, at }: { id: string; at: Date },
): Promise<Forecast> {
  const row = await context.db.delivery.findUniqueOrThrow({ where: { id } });
  const { workspaceId, cycleId } = row;
  if (cycleId === null) return { drop: 'gone' };
  const claim = { ...row, cycleId, repeats: row.sentAt !== null, claimId: '' };
  const lookedUp = await readFound(context, { workspaceId, messages: [claim], at });
  const found = lookedUp.get(id);
  return found ? forecast(context, claim, { found, at }) : { drop: 'gone' };
}
