import type { CheckInState } from '../check-in/check-in.js';

/**
 * The facts that decide what one person may read of another's check-in. All people are ids of one
 * kind.
 */
export interface AccessFacts {
  /** The person who asks to read. */
  viewerId: string;
  /** The person whose check-in it is. */
  subjectId: string;
  /** The subject's direct manager today. */
  managerId: string | undefined;
  /** 'none' where the subject has not begun one. */
  checkIn: 'none' | CheckInState;
  /** The author of the assessment that the check-in was revealed with. */
  revealedWith: string | undefined;
  /** Whether the viewer still has to submit their assessment of the subject in the open cycle. */
  owesAssessment: boolean;
}

/** What a viewer may read of one check-in and what belongs to it. */
export interface Access {
  /** Ratings and texts of the check-in. */
  checkIn: boolean;
  /** Ratings and texts of the assessment that the check-in was revealed with. */
  assessment: boolean;
  /** What the subject kept as evidence for it. */
  evidence: boolean;
}

/**
 * Returns what a viewer may read. This is the only place that decides it:
 * - A subject reads their own check-in and, once it is revealed, the assessment that came with it.
 * - The subject's direct manager of today reads the check-in if it was revealed with an assessment
 *   of their own, and not while they owe an assessment in the open cycle: no rating of the
 *   report's, from any cycle, may influence it.
 * - The direct manager of today reads kept evidence while the check-in is submitted, to assess by
 *   it, and afterwards if it was revealed with an assessment of their own.
 * - Nobody else reads anything: no admin, no former manager, no manager further up.
 */
export function accessOf(facts: AccessFacts): Access {
  const { viewerId, subjectId, managerId, checkIn, revealedWith, owesAssessment } = facts;
  const revealed = checkIn === 'revealed';
  if (viewerId === subjectId) {
    return { checkIn: checkIn !== 'none', assessment: revealed, evidence: true };
  }
  if (viewerId !== managerId) return { checkIn: false, assessment: false, evidence: false };
  const theirs = revealed && revealedWith === viewerId;
  const both = theirs && !owesAssessment;
  return { checkIn: both, assessment: both, evidence: theirs || checkIn === 'submitted' };
}

/**
 * Returns whether all ratings of a report are hidden from a manager for now: a cycle is open and
 * they have not submitted their assessment in it. `given` is the state of that assessment, 'none'
 * where there is none.
 */
export function owesAssessment(facts: {
  cycleOpen: boolean;
  given: 'none' | 'draft' | 'submitted';
}): boolean {
  return facts.cycleOpen && facts.given !== 'submitted';
}
