import { owesCheckIn } from '../../domain/reminder/recipient-facts.js';
import type { Day } from '../../domain/time/day.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';
import { cycleChangedKind, type WhichChange } from './kinds.js';
import { lookUpPlanFacts, type PlanFacts } from './plan-facts.js';

/** An open cycle has another review date, or was cancelled. */
export interface CycleChangedMessage {
  kind: 'cycle_changed';
  change: WhichChange['step'];
  cycleName: string;
  /** Of today. */
  dueOn: Day;
  reviewOn: Day;
  /** Of their own check-in: undefined where none is asked of them any more. */
  asked: 'not_begun' | 'begun' | undefined;
  over?: Over | undefined;
}

/** To the people who know of the cycle, once: that it was moved or cancelled. */
export const cycleChanged = defineMessage({
  kind: cycleChangedKind.kind,
  lookUp: lookUpPlanFacts,
  content,
  again: (message: PostedAt<PlanFacts, WhichChange>): CycleChangedMessage => {
    const { isClosed, planned } = message.facts;
    const isOver = isClosed && !planned.cycle.cancelledAt;
    return { ...changed(message), ...(isOver && { over: 'closed' as const }) };
  },
});

function content(message: MessageAt<PlanFacts, WhichChange>): ContentResult<CycleChangedMessage> {
  const { claim, facts } = message;
  const isCancelled = facts.planned.cycle.cancelledAt !== undefined;
  if (isCancelled !== (claim.step === 'cancelled')) return { drop: 'overtaken' };
  if (facts.isClosed && !isCancelled) return { drop: 'expired' };
  return { send: changed(message) };
}

function changed({
  facts: { planned, facts },
}: MessageAt<PlanFacts, WhichChange>): CycleChangedMessage {
  const { name: cycleName, dueOn, reviewOn, cancelledAt } = planned.cycle;
  const begun = facts.checkIn === 'draft' ? 'begun' : 'not_begun';
  return {
    kind: 'cycle_changed',
    change: cancelledAt ? 'cancelled' : 'moved',
    ...{ cycleName, dueOn, reviewOn },
    asked: owesCheckIn(facts) ? begun : undefined,
  };
}
