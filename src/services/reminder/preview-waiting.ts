import type { Workspace } from '../../database/index.js';
import { reachableFrom } from '../../domain/availability/availability.js';
import { availabilityOf } from '../availability/index.js';
import type { Context } from '../context.js';
import { forecast, readFound } from '../delivery/index.js';
import type { ClaimedDelivery, Found } from '../message.js';
import type { Foreseen } from './foreseen.js';

interface Waiting {
  claim: ClaimedDelivery;
  at: Date;
}

/**
 * Returns the recorded messages that wait: for Slack, for the morning, or until their recipient is
 * available; with their verdict of then, and without those that will be dropped.
 */
export async function previewWaiting(
  context: Context,
  workspace: Workspace,
  from: Date,
): Promise<Foreseen[]> {
  const byTime = new Map<number, Waiting[]>();
  for (const one of await readWaiting(context, workspace, from)) {
    const time = one.at.getTime();
    byTime.set(time, [...(byTime.get(time) ?? []), one]);
  }
  const foreseen: Foreseen[] = [];
  for (const [time, waiting] of byTime) {
    const at = new Date(time);
    const messages = waiting.map(({ claim }) => claim);
    const input = { workspaceId: workspace.id, messages, at };
    const lookedUp = await readFound(context, input);
    for (const { claim } of waiting) {
      const found = lookedUp.get(claim.id);
      const one = found && (await foresee(context, claim, found, at));
      if (one) foreseen.push(one);
    }
  }
  return foreseen;
}

async function readWaiting({ db }: Context, workspace: Workspace, from: Date): Promise<Waiting[]> {
  const rows = await db.delivery.findMany({
    where: {
      workspaceId: workspace.id,
      state: { in: ['due', 'held'] },
      cycleId: { not: null },
      recipient: { leftAt: null },
    },
    include: { recipient: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ recipient, dueAt, cycleId, sentAt, ...row }) => {
    const earliest = dueAt > from ? dueAt : from;
    const at = reachableFrom(availabilityOf(recipient), earliest, workspace);
    if (!at || cycleId === null) return [];
    const claim = { ...row, cycleId, repeats: sentAt !== null, claimId: '' };
    return [{ at, claim }];
  });
}

async function foresee(
  context: Context,
  claim: ClaimedDelivery,
  found: Found,
  at: Date,
): Promise<Foreseen | undefined> {
  const then = await forecast(context, claim, { found, at });
  if (!('send' in then)) return undefined;
  const kind = then.send;
  const { id, slackUserId, name, timeZone } = found.recipient;
  const { step, subjectId, repeats } = claim;
  const recipient = { id, slackUserId, name, timeZone };
  return { at, recipient, kind, step, about: found.cycle.name, subjectId, repeats };
}
