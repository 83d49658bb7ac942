import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckInEvent,
  type CheckInFacts,
  type CheckInState,
  moveCheckIn,
} from '../../src/domain/check-in.js';

const fine: CheckInFacts = { cycleOpen: true, complete: true };

describe('the life of a check-in', () => {
  it('stays a draft while its author saves pages', () => {
    expect(moveCheckIn('draft', 'save', { cycleOpen: true, complete: false })).toEqual({
      to: 'draft',
    });
  });

  it('is sent once everything is answered', () => {
    expect(moveCheckIn('draft', 'submit', fine)).toEqual({ to: 'submitted' });
  });

  it('is not sent while something is open', () => {
    expect(moveCheckIn('draft', 'submit', { ...fine, complete: false })).toEqual({
      refused: 'incomplete',
    });
  });

  it('is not sent twice', () => {
    expect(moveCheckIn('submitted', 'submit', fine)).toEqual({ refused: 'already_sent' });
  });

  it('takes no edits once it is sent', () => {
    expect(moveCheckIn('submitted', 'save', fine)).toEqual({ refused: 'already_sent' });
  });

  it('becomes a draft again when its author takes it back', () => {
    expect(moveCheckIn('submitted', 'reopen', fine)).toEqual({ to: 'draft' });
  });

  it('has nothing to take back while it is a draft', () => {
    expect(moveCheckIn('draft', 'reopen', fine)).toEqual({ refused: 'not_sent' });
  });

  const states = fc.constantFrom<CheckInState>('draft', 'submitted');
  const events = fc.constantFrom<CheckInEvent>('save', 'submit', 'reopen');
  const facts = fc.record({ cycleOpen: fc.boolean(), complete: fc.boolean() });

  it('never changes once its cycle has closed', () => {
    fc.assert(
      fc.property(states, events, fc.boolean(), (state, event, complete) => {
        const move = moveCheckIn(state, event, { cycleOpen: false, complete });
        return 'refused' in move;
      }),
    );
  });

  it('is only ever sent complete, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, facts)), (history) => {
        let state: CheckInState = 'draft';
        for (const [event, now] of history) {
          const move = moveCheckIn(state, event, now);
          const next: CheckInState = 'to' in move ? move.to : state;
          if (state === 'draft' && next === 'submitted') {
            expect(event).toBe('submit');
            expect(now).toEqual(fine);
          }
          state = next;
        }
      }),
    );
  });
});
