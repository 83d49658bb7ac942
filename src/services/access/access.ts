import { checkInFacts, type FactsFor, owesAssessment } from '../../domain/access/access.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../open-cycle/index.js';
import { findManagersAbove, readAboveReadFrom } from './managers-above.js';
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
  const aboveReadFrom = await readAboveReadFrom(context.db, workspaceId);
  const found = await findRelationFromAbove(context, pair, aboveReadFrom);
  const { relation } = found;
  const [owes, rows] = await Promise.all([
    relation === 'manager' && findOwed(context, pair),
    context.db.checkIn.findMany({
      where: { ...which, workspaceId, personId: subjectId },
      include: { assessment: { select: { authorId: true, submittedAt: true } } },
      orderBy: { cycle: { reviewOn: 'desc' } },
    }),
  ]);
  const checkIns = rows.map(({ id: checkInId, cycleId, assessment, ...kept }) => {
    const known = {
      ...{ actorId, aboveReadFrom, checkIn: checkInState(kept) },
      revealedWith: assessment?.authorId,
      sidesSubmittedAt: [kept.submittedAt, assessment?.submittedAt],
    };
    return { checkInId, cycleId, facts: { relation, owesNothing: !owes, ...checkInFacts(known) } };
  });
  return { ...found, checkIns };
}

/** The relation, with that of a manager further up where the workspace lets these read. */
async function findRelationFromAbove(
  { db }: Context,
  pair: Pair,
  aboveReadFrom: Date | undefined,
): Promise<FoundRelation> {
  const found = await findRelation(db, pair);
  const { workspaceId, actorId, subjectId: personId } = pair;
  if (!aboveReadFrom || found.relation !== 'other' || !found.subject) return found;
  if (found.subject.leftAt) return found;
  const above = await findManagersAbove(db, { workspaceId, personId });
  return above.some(({ id }) => id === actorId) ? { ...found, relation: 'above' } : found;
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
