import type { CheckInState } from '../check-in/check-in.js';

/**
 * The states of an assessment. Only its author sees a draft. Once submitted it never changes; if
 * the check-in was reopened in the meantime, it waits for that.
 */
export type AssessmentState = 'draft' | 'submitted';

/** What the report's manager can do with it; `begin` creates the draft. */
export type AssessmentEvent = 'begin' | 'save' | 'submit';

/** What the rules depend on besides the state. */
export interface AssessmentFacts {
  /** The author is the report's direct manager today. */
  isManager: boolean;
  /** The report's Slack account is active. */
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

type AssessmentRule = { to: AssessmentState; needs: readonly Need[] } | AssessmentRefusal;

/**
 * What every event needs, in the order in which refusals are reported: a former manager gets no
 * other reason than the first.
 */
const always = ['isManager', 'notRevealed', 'reportActive', 'cycleOpen'] as const;

/**
 * The state machine. A draft survives a check-in that is reopened: only `begin` needs the check-in
 * to be submitted.
 *
 * @internal
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

/** Returns the state after an event, or the first reason why the event is refused. */
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
