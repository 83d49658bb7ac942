/**
 * The life of a check-in. A draft belongs to its author alone; once sent, it waits for the manager
 * and can be taken back until then.
 */
export type CheckInState = 'draft' | 'submitted';

/** What its author can do with it. */
export type CheckInEvent = 'save' | 'submit' | 'reopen';

/** What the rules look at besides the state. */
export interface CheckInFacts {
  /** Its cycle is open today. */
  cycleOpen: boolean;
  /** Every competency has an answer that counts. */
  complete: boolean;
}

/** Why an event changes nothing. */
export type CheckInRefusal = 'already_sent' | 'not_sent' | 'cycle_closed' | 'incomplete';

type Rule = { to: CheckInState; needs: readonly (keyof CheckInFacts)[] } | CheckInRefusal;

/** The whole state machine: what each event leads to in each state, or why it doesn't. */
const rules: Record<CheckInState, Record<CheckInEvent, Rule>> = {
  draft: {
    save: { to: 'draft', needs: ['cycleOpen'] },
    submit: { to: 'submitted', needs: ['cycleOpen', 'complete'] },
    reopen: 'not_sent',
  },
  submitted: {
    save: 'already_sent',
    submit: 'already_sent',
    reopen: { to: 'draft', needs: ['cycleOpen'] },
  },
};

const unmet: Record<keyof CheckInFacts, CheckInRefusal> = {
  cycleOpen: 'cycle_closed',
  complete: 'incomplete',
};

export type CheckInMove = { to: CheckInState } | { refused: CheckInRefusal };

/** Where an event takes a check-in, or the first reason why it stays as it is. */
export function moveCheckIn(
  state: CheckInState,
  event: CheckInEvent,
  facts: CheckInFacts,
): CheckInMove {
  const rule = rules[state][event];
  if (typeof rule === 'string') return { refused: rule };
  const missing = rule.needs.find((need) => !facts[need]);
  return missing ? { refused: unmet[missing] } : { to: rule.to };
}
