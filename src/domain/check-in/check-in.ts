/**
 * The life of a check-in. A draft belongs to its author alone; once sent, it waits for the manager's
 * assessment and can be taken back until then. When both sides are in, both are revealed at once, and
 * neither changes any more. `docs/check-in-states.md` draws this.
 */
export type CheckInState = 'draft' | 'submitted' | 'revealed';

/** What can happen to it: all but the last are its author's; `reveal` is tried when a side comes in. */
export type CheckInEvent = 'save' | 'restart' | 'submit' | 'reopen' | 'reveal';

/** What the rules look at besides the state. */
export interface CheckInFacts {
  /** Its cycle is open today. */
  cycleOpen: boolean;
  /** Every competency has an answer that counts. */
  complete: boolean;
  /** No manager has begun an assessment, which would be about the same role. */
  unassessed: boolean;
  /** The manager of today has given their assessment. */
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

export type CheckInRule =
  | { to: CheckInState; needs: readonly (keyof CheckInFacts)[] }
  | CheckInRefusal;

/** The whole state machine: what each event leads to in each state, or why it doesn't. */
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

/** Where an event takes a check-in, or the first reason why it stays as it is. */
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

/** The state from how a check-in is kept: one that is revealed is kept as sent, with when. */
export function checkInState(kept: {
  state: 'draft' | 'submitted';
  revealedAt: Date | null;
}): CheckInState {
  return kept.revealedAt ? 'revealed' : kept.state;
}
