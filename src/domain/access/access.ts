import type { CheckInState } from '../check-in/check-in.js';

/** Two people and one check-in, as the rules of sight look at them. People are ids, all of one kind. */
export interface AccessFacts {
  /** Who wants to look. */
  viewerId: string;
  /** Whose check-in it is. */
  subjectId: string;
  /** The subject's direct manager today. */
  managerId: string | undefined;
  /** 'none' where the subject has not begun one. */
  checkIn: 'none' | CheckInState;
  /** Who gave the assessment that the check-in was revealed with. */
  revealedWith: string | undefined;
  /** The viewer has still to give their assessment of the subject in the open cycle. */
  owesAssessment: boolean;
}

/** What somebody may see of one check-in and what belongs to it. */
export interface Access {
  /** Ratings and texts of the check-in. */
  checkIn: boolean;
  /** Ratings and texts of the assessment that the check-in was revealed with. */
  assessment: boolean;
  /** What the subject kept as evidence for it. */
  evidence: boolean;
}

/**
 * Who sees what, in one place:
 * - everybody sees their own check-in, and once it is revealed the assessment that came with it;
 * - the direct manager of today sees a report's check-in if it was revealed with an assessment of
 *   their own, and not while they still owe one in the open cycle: no rating of the report's, of
 *   whatever cycle, may colour it;
 * - the direct manager of today sees kept evidence while the check-in is sent, to assess by it, and
 *   goes on to see it if it was revealed with an assessment of their own;
 * - nobody else sees anything: no admin, no former manager, nobody further up.
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
 * Whether a manager must not see any rating of a report for now: a cycle is open, and they have not
 * given their assessment in it. `given`: the state of theirs there, 'none' where they have not begun.
 */
export function owesAssessment(facts: {
  cycleOpen: boolean;
  given: 'none' | 'draft' | 'submitted';
}): boolean {
  return facts.cycleOpen && facts.given !== 'submitted';
}
