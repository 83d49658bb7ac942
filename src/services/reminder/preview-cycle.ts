import type { Database, Transaction, Workspace } from '../../database/index.js';
import { futureMessages } from '../../domain/reminder/forecast.js';
import type { RecipientFacts } from '../../domain/reminder/recipient-facts.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Cycle } from '../cycle/index.js';
import { peopleByPages } from '../person/index.js';
import { readFacts } from './facts.js';
import type { Foreseen } from './foreseen.js';
import { planOf } from './planned-cycle.js';

/** An id that no row has: the cycle is not made yet. */
export const unmadeCycleId = '00000000-0000-0000-0000-000000000000';

/** Returns what a cycle would bring from an instant on, if nobody did anything. */
export async function previewCycle(
  { db }: { db: Database | Transaction },
  {
    workspace,
    cycle,
    cycles,
    from,
    invitedAt,
  }: {
    workspace: Workspace;
    cycle: Cycle;
    cycles: Cycle[];
    from: Date;
    invitedAt: ReadonlyMap<string, Date>;
  },
): Promise<Foreseen[]> {
  const { plan } = planOf(workspace, cycle, cycles);
  const foreseen: Foreseen[] = [];
  for await (const people of peopleByPages(db, { workspaceId: workspace.id, leftAt: null })) {
    for (const { person, facts } of await readFacts(db, { cycle, people, at: from })) {
      const { id, slackUserId, name, timeZone } = person;
      const invitedOn = facts.decided.has('invitation:opens') ? invitedAt.get(id) : undefined;
      for (const { at, kind, step } of futureMessages(
        plan,
        afterNotification(facts, invitedOn),
        from,
      )) {
        const recipient = { id, slackUserId, name, timeZone };
        const part = { subjectId: null, repeats: false };
        foreseen.push({ at, recipient, kind, step, about: cycle.name, ...part });
      }
    }
  }
  return foreseen;
}

/** A person with a waiting invitation knows of the cycle from the day on which it comes. */
function afterNotification(facts: RecipientFacts, invitedOn: Date | undefined): RecipientFacts {
  if (!invitedOn || facts.knowsSince !== undefined) return facts;
  return { ...facts, knowsSince: localDay(invitedOn, facts.timeZone) };
}
