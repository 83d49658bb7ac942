import { checkInFacts, type FactsFor, owesAssessment } from '../../domain/access/access.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../open-cycle/index.js';
import { type FoundRelation, findRelation, type Pair } from './relation.js';

/** One check-in of the subject's, with the facts that decide what the actor may do with it. */
interface CheckInAccess {
  checkInId: string;
  cycleId: string;
  facts: Omit<FactsFor<'readCheckIn' | 'readBrief' | 'readEvidence'>, 'goesAlong'>;
}

export interface Access extends FoundRelation {
  /** Newest cycle first. */
  checkIns: CheckInAccess[];
}

/**
 * Returns an actor's access today to a person's check-ins: to all, to one, or to that of a cycle.
 * Must be read on every use, because managers change.
 */
export async function readAccess(
  context: Context,
  pair: Pair,
  which: { id?: string; cycleId?: string } = {},
): Promise<Access> {
  const { workspaceId, actorId, subjectId } = pair;
  const found = await findRelation(context.db, pair);
  const { relation } = found;
  const [owes, rows] = await Promise.all([
    relation === 'manager' && findOwed(context, pair),
    context.db.checkIn.findMany({
      where: { ...which, workspaceId, personId: subjectId },
      include: { assessment: { select: { authorId: true } } },
      orderBy: { cycle: { reviewOn: 'desc' } },
    }),
  ]);
  const checkIns = rows.map(({ id: checkInId, cycleId, assessment, ...kept }) => {
    const known = { actorId, checkIn: checkInState(kept), revealedWith: assessment?.authorId };
    return { checkInId, cycleId, facts: { relation, owesNothing: !owes, ...checkInFacts(known) } };
  });
  return { ...found, checkIns };
}

/** Whether the actor, who manages the subject, owes an assessment of them in the open cycle. */
async function findOwed(context: Context, pair: Pair): Promise<boolean> {
  const { workspaceId, actorId: authorId, subjectId } = pair;
  const cycle = await findOpenCycle(context, workspaceId, subjectId);
  if (!cycle) return false;
  const row = await context.db.assessment.findFirst({
    where: { workspaceId, cycleId: cycle.id, subjectId, authorId },
    select: { state: true },
  });
  return owesAssessment({ cycleOpen: true, assessment: row?.state ?? 'none' });
}
