/**
 * The states of a check-in. Only its author sees a draft. A submitted one waits for the manager's
 * assessment and can be reopened until then. When both sides are in, both are revealed at once and
 * neither changes any more. `docs/check-in-states.md` draws this.
 */
export type CheckInState = 'draft' | 'submitted' | 'revealed';

/** All events but the last are the author's; `reveal` is tried whenever a side comes in. */
export type CheckInEvent = 'save' | 'restart' | 'submit' | 'reopen' | 'reveal';

/** What the rules depend on besides the state. */
export interface CheckInFacts {
  /** Its cycle is open today. */
  cycleOpen: boolean;
  /** Every competency has a rating, or "No opportunity yet" with a reason. */
  complete: boolean;
  /** No manager has begun an assessment, which is about the same role. */
  unassessed: boolean;
  /** The manager of today has submitted their assessment. */
  assessed: boolean;
}

/** Why an event changes nothing. */
export type CheckInRefusal =
  | 'already_sent'
  | 'not_sent'
  | 'cycle_closed'
  | 'incomplete'
  | 'keeps_role'
  | 'not_assessed'
  | 'revealed';

type CheckInRule = { to: CheckInState; needs: readonly (keyof CheckInFacts)[] } | CheckInRefusal;

/**
 * The state machine: the next state for each state and event, or the reason why there is none.
 * @internal
 */
export const checkInRules: Readonly<Record<CheckInState, Record<CheckInEvent, CheckInRule>>> = {
  draft: {
    save: { to: 'draft', needs: ['cycleOpen'] },
    restart: { to: 'draft', needs: ['cycleOpen', 'unassessed'] },
    submit: { to: 'submitted', needs: ['cycleOpen', 'complete'] },
    reopen: 'not_sent',
    reveal: 'not_sent',
  },
  submitted: {
    save: 'already_sent',
    restart: 'already_sent',
    submit: 'already_sent',
    reopen: { to: 'draft', needs: ['cycleOpen'] },
    reveal: { to: 'revealed', needs: ['cycleOpen', 'assessed'] },
  },
  revealed: {
    save: 'revealed',
    restart: 'revealed',
    submit: 'revealed',
    reopen: 'revealed',
    reveal: 'revealed',
  },
};

const unmet: Record<keyof CheckInFacts, CheckInRefusal> = {
  cycleOpen: 'cycle_closed',
  complete: 'incomplete',
  unassessed: 'keeps_role',
  assessed: 'not_assessed',
};

export type CheckInTransition = { to: CheckInState } | { refused: CheckInRefusal };

/** Returns the state after an event, or the first reason why the event is refused. */
export function transitionCheckIn(
  state: CheckInState,
  event: CheckInEvent,
  facts: CheckInFacts,
): CheckInTransition {
  const rule = checkInRules[state][event];
  if (typeof rule === 'string') return { refused: rule };
  const missing = rule.needs.find((need) => !facts[need]);
  return missing ? { refused: unmet[missing] } : { to: rule.to };
}

/**
 * Returns the state of a stored check-in: a revealed one is stored as submitted, with `revealedAt`.
 */
export function checkInState(kept: {
  state: 'draft' | 'submitted';
  revealedAt: Date | null;
}): CheckInState {
  return kept.revealedAt ? 'revealed' : kept.state;
}
