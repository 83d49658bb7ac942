import { askedUntil } from '../../../src/domain/action-item/action-item.js';
import { expiryOf } from '../../../src/domain/reminder/cycle-plan.js';
import { decide } from '../../../src/domain/reminder/decide.js';
import { dueAskings } from '../../../src/services/action-item/due.js';
import type { Context } from '../../../src/services/context.js';
import { type NewDelivery, recordDeliveries } from '../../../src/services/delivery/enqueue.js';
import { toCycle } from '../../../src/services/open-cycle/index.js';
import { readFacts } from '../../../src/services/reminder/facts.js';
import { planOf } from '../../../src/services/reminder/planned-cycle.js';

/** Reads all people, decides about each of them, and records it: planning at its plainest. */
export async function decisionsAboutEverybody(
  { db }: Context,
  { workspaceId, at }: { workspaceId: string; at: Date },
): Promise<void> {
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const cycles = (await db.cycle.findMany({ where: { workspaceId } })).map(toCycle);
  const people = await db.person.findMany({ where: { workspaceId } });
  const deliveries: NewDelivery[] = [];
  for (const cycle of cycles) {
    const planned = planOf(workspace, cycle, cycles);
    for (const { person, facts } of await readFacts(db, { cycle, people, at })) {
      for (const { kind, step, silentBecause } of decide(planned.plan, facts, at)) {
        const { timeZone } = person;
        deliveries.push({
          ...{ workspaceId, cycleId: cycle.id, recipientId: person.id, kind, step, dueAt: at },
          ...(kind === 'all_set' && { keyStep: 'once' }),
          expiresAt: expiryOf(planned.plan, { step, timeZone, repeats: false }),
          ...(silentBecause && { silentBecause }),
        });
      }
    }
  }
  for (const asking of await dueAskings({ db }, { workspaceId, from: at })) {
    if (asking.at > at) continue;
    const { owner, step, cycle } = asking;
    deliveries.push({
      ...{ workspaceId, cycleId: cycle.id, recipientId: owner.id, kind: 'action_due', step },
      ...{ dueAt: at, expiresAt: askedUntil(step, owner.timeZone) },
    });
  }
  await recordDeliveries(db, deliveries);
}
