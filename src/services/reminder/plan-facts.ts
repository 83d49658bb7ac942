import type { Database } from '../../database/index.js';
import { hasClosed } from '../../domain/cycle/cycle.js';
import { expiryOf } from '../../domain/reminder/cycle-plan.js';
import { isForTeam } from '../../domain/reminder/message-kinds.js';
import { toCycle } from '../cycle/index.js';
import type { LookUpPage, MessageAt } from '../message.js';
import { type TeamState, teamStates } from '../team/index.js';
import { type RecipientInCycle, readFacts } from './facts.js';
import { planKinds } from './kinds.js';
import { type PlannedCycle, planOf } from './planned-cycle.js';

/** What decides about a message that follows from the plan of its cycle. */
export interface PlanFacts extends RecipientInCycle {
  planned: PlannedCycle;
  /** The cycle takes no check-ins any more. */
  isClosed: boolean;
  /** Read for those who get a message about their team. */
  team: TeamState | undefined;
}

/** Reads what decides about messages of a plan, by their ids: ten statements a cycle at most. */
export async function lookUpPlanFacts(
  db: Database,
  { workspace, cycles, people, messages, at }: LookUpPage,
): Promise<Map<string, PlanFacts>> {
  const all = cycles.map(toCycle);
  const found = new Map<string, PlanFacts>();
  for (const cycle of all) {
    const mine = messages.filter(({ cycleId }) => cycleId === cycle.id);
    if (mine.length === 0) continue;
    const recipientIds = new Set(mine.map(({ recipientId }) => recipientId));
    const managerIds = new Set(mine.filter(needsTeam).map(({ recipientId }) => recipientId));
    const managers = people.filter(({ id }) => managerIds.has(id));
    const isClosed = hasClosed(cycle, all, at);
    const [recipients, teams] = await Promise.all([
      readFacts(db, { cycle, people: people.filter(({ id }) => recipientIds.has(id)), at }),
      managers.length > 0 ? teamStates(db, { cycle, managers, at, isClosed }) : undefined,
    ]);
    const planned = planOf(workspace, cycle, all);
    const byId = new Map(recipients.map((recipient) => [recipient.person.id, recipient]));
    for (const { id, recipientId } of mine) {
      const recipient = byId.get(recipientId);
      const team = teams?.get(recipientId);
      if (recipient) found.set(id, { ...recipient, planned, isClosed, team });
    }
  }
  return found;
}

/** Returns when a message of a plan is no longer wanted, by its recipient's calendar. */
export function expiryInPlan({ claim, recipient, facts }: MessageAt<PlanFacts>): Date {
  const { step, repeats } = claim;
  return expiryOf(facts.planned.plan, { step, timeZone: recipient.timeZone, repeats });
}

function needsTeam(message: { kind: string }): boolean {
  return isForTeam(message) || message.kind === planKinds.cycle_closed.kind;
}
