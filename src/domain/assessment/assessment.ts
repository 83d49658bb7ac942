import type { CheckInState } from '../check-in/check-in.js';

/**
 * The life of an assessment. A draft is its author's alone; once given, it stays as it is, and waits
 * for the check-in if that has been taken back in the meantime.
 */
export type AssessmentState = 'draft' | 'submitted';

/** What the report's manager can do with it; `begin` makes the draft. */
export type AssessmentEvent = 'begin' | 'save' | 'submit';

/** What the rules look at besides the state. */
export interface AssessmentFacts {
  /** The author is the report's direct manager today. */
  isManager: boolean;
  /** The report is still there. */
  reportActive: boolean;
  /** Its cycle is open today. */
  cycleOpen: boolean;
  /** The report's check-in, in the same cycle. */
  checkIn: 'none' | CheckInState;
  /** Every competency has a rating or "No opportunity yet" with a reason. */
  complete: boolean;
}

/** Why an event changes nothing. */
export type AssessmentRefusal =
  | 'not_manager'
  | 'report_left'
  | 'cycle_closed'
  | 'not_sent'
  | 'not_begun'
  | 'already_given'
  | 'revealed'
  | 'incomplete';

type Need = 'isManager' | 'notRevealed' | 'reportActive' | 'cycleOpen' | 'sent' | 'complete';

export type AssessmentRule = { to: AssessmentState; needs: readonly Need[] } | AssessmentRefusal;

/** What everything needs: who is no longer the manager learns nothing but that. */
const always = ['isManager', 'notRevealed', 'reportActive', 'cycleOpen'] as const;

/**
 * The state machine. A draft outlives a check-in that is taken back: only beginning one needs the
 * check-in to be sent.
 */
export const assessmentRules: Readonly<
  Record<'none' | AssessmentState, Record<AssessmentEvent, AssessmentRule>>
> = {
  none: {
    begin: { to: 'draft', needs: [...always, 'sent'] },
    save: 'not_begun',
    submit: 'not_begun',
  },
  draft: {
    begin: { to: 'draft', needs: always },
    save: { to: 'draft', needs: always },
    submit: { to: 'submitted', needs: [...always, 'complete'] },
  },
  submitted: {
    begin: 'already_given',
    save: 'already_given',
    submit: 'already_given',
  },
};

const unmet: Record<Need, AssessmentRefusal> = {
  isManager: 'not_manager',
  notRevealed: 'revealed',
  reportActive: 'report_left',
  cycleOpen: 'cycle_closed',
  sent: 'not_sent',
  complete: 'incomplete',
};

export type AssessmentTransition = { to: AssessmentState } | { refused: AssessmentRefusal };

/** Where an event takes an assessment, or the first reason why it stays as it is. */
export function transitionAssessment(
  state: 'none' | AssessmentState,
  event: AssessmentEvent,
  facts: AssessmentFacts,
): AssessmentTransition {
  const rule = assessmentRules[state][event];
  const needs = typeof rule === 'string' ? (['isManager', 'notRevealed'] as const) : rule.needs;
  const missing = needs.find((need) => !isMet(need, facts));
  if (missing) return { refused: unmet[missing] };
  return typeof rule === 'string' ? { refused: rule } : { to: rule.to };
}

function isMet(need: Need, facts: AssessmentFacts): boolean {
  if (need === 'sent') return facts.checkIn === 'submitted';
  if (need === 'notRevealed') return facts.checkIn !== 'revealed';
  return facts[need];
}
