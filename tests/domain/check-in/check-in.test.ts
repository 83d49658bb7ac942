import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckInEvent,
  type CheckInFacts,
  type CheckInState,
  checkInState,
  transitionCheckIn,
} from '../../../src/domain/check-in/check-in.js';

const fine: CheckInFacts = { cycleOpen: true, complete: true, unassessed: true, assessed: true };

describe('the life of a check-in', () => {
  it('stays a draft while its author saves pages', () => {
    expect(transitionCheckIn('draft', 'save', { ...fine, complete: false })).toEqual({
      to: 'draft',
    });
  });

  it('is sent once everything is answered', () => {
    expect(transitionCheckIn('draft', 'submit', fine)).toEqual({ to: 'submitted' });
  });

  it('is not sent while something is open', () => {
    expect(transitionCheckIn('draft', 'submit', { ...fine, complete: false })).toEqual({
      refused: 'incomplete',
    });
  });

  it('is not sent twice', () => {
    expect(transitionCheckIn('submitted', 'submit', fine)).toEqual({ refused: 'already_sent' });
  });

  it('takes no edits once it is sent', () => {
    expect(transitionCheckIn('submitted', 'save', fine)).toEqual({ refused: 'already_sent' });
  });

  it('becomes a draft again when its author takes it back', () => {
    expect(transitionCheckIn('submitted', 'reopen', fine)).toEqual({ to: 'draft' });
  });

  it('has nothing to take back while it is a draft', () => {
    expect(transitionCheckIn('draft', 'reopen', fine)).toEqual({ refused: 'not_sent' });
  });

  it('begins again for another role, unless a manager has begun a view of this one', () => {
    expect(transitionCheckIn('draft', 'restart', fine)).toEqual({ to: 'draft' });
    expect(transitionCheckIn('draft', 'restart', { ...fine, unassessed: false })).toEqual({
      refused: 'keeps_role',
    });
  });

  it('is revealed when it is sent and the manager has given their view', () => {
    expect(transitionCheckIn('submitted', 'reveal', fine)).toEqual({ to: 'revealed' });
  });

  it('is not revealed while the manager has not', () => {
    expect(transitionCheckIn('submitted', 'reveal', { ...fine, assessed: false })).toEqual({
      refused: 'not_assessed',
    });
  });

  it('is not revealed while its author has taken it back', () => {
    expect(transitionCheckIn('draft', 'reveal', fine)).toEqual({ refused: 'not_sent' });
  });

  it('is not taken back once it is revealed', () => {
    expect(transitionCheckIn('revealed', 'reopen', fine)).toEqual({ refused: 'revealed' });
  });

  it('is revealed from the moment that both sides were in', () => {
    const now = new Date('2027-03-10T10:00:00Z');
    expect(checkInState({ state: 'submitted', revealedAt: now })).toBe('revealed');
    expect(checkInState({ state: 'submitted', revealedAt: null })).toBe('submitted');
  });

  const states = fc.constantFrom<CheckInState>('draft', 'submitted', 'revealed');
  const events = fc.constantFrom<CheckInEvent>('save', 'restart', 'submit', 'reopen', 'reveal');
  const facts = fc.record({
    cycleOpen: fc.boolean(),
    complete: fc.boolean(),
    unassessed: fc.boolean(),
    assessed: fc.boolean(),
  });

  it('never changes once its cycle has closed', () => {
    fc.assert(
      fc.property(states, events, facts, (state, event, now) => {
        return 'refused' in transitionCheckIn(state, event, { ...now, cycleOpen: false });
      }),
    );
  });

  it('never changes once it is revealed', () => {
    fc.assert(
      fc.property(events, facts, (event, now) => {
        return 'refused' in transitionCheckIn('revealed', event, now);
      }),
    );
  });

  it('is only ever sent complete, and revealed only after that', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, facts)), (history) => {
        let state: CheckInState = 'draft';
        for (const [event, now] of history) {
          const move = transitionCheckIn(state, event, now);
          const next: CheckInState = 'to' in move ? move.to : state;
          if (state === 'draft' && next !== 'draft') {
            expect([event, next, now.complete]).toEqual(['submit', 'submitted', true]);
          }
          if (state !== 'revealed' && next === 'revealed') {
            expect([state, event, now.assessed]).toEqual(['submitted', 'reveal', true]);
          }
          state = next;
        }
      }),
    );
  });
});
