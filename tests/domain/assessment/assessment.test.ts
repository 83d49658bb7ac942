import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AssessmentEvent,
  type AssessmentFacts,
  type AssessmentState,
  transitionAssessment,
} from '../../../src/domain/assessment/assessment.js';

const fine: AssessmentFacts = {
  isManager: true,
  reportActive: true,
  cycleOpen: true,
  checkIn: 'submitted',
  complete: true,
};

describe('the life of an assessment', () => {
  it('begins once the check-in is sent', () => {
    expect(transitionAssessment('none', 'begin', fine)).toEqual({ to: 'draft' });
    for (const checkIn of ['none', 'draft'] as const) {
      expect(transitionAssessment('none', 'begin', { ...fine, checkIn })).toEqual({
        refused: 'not_sent',
      });
    }
  });

  it('goes on while the check-in is taken back', () => {
    const facts: AssessmentFacts = { ...fine, checkIn: 'draft' };
    expect(transitionAssessment('draft', 'begin', facts)).toEqual({ to: 'draft' });
    expect(transitionAssessment('draft', 'save', facts)).toEqual({ to: 'draft' });
    expect(transitionAssessment('draft', 'submit', facts)).toEqual({ to: 'submitted' });
  });

  it('is given complete or not at all', () => {
    expect(transitionAssessment('draft', 'submit', { ...fine, complete: false })).toEqual({
      refused: 'incomplete',
    });
  });

  it('tells somebody who is not the manager nothing but that', () => {
    const left = { isManager: false, reportActive: false, cycleOpen: false, complete: false };
    const facts: AssessmentFacts = { ...left, checkIn: 'revealed' };
    for (const state of ['none', 'draft', 'submitted'] as const) {
      expect(transitionAssessment(state, 'save', facts)).toEqual({ refused: 'not_manager' });
    }
  });

  const states = fc.constantFrom<'none' | AssessmentState>('none', 'draft', 'submitted');
  const events = fc.constantFrom<AssessmentEvent>('begin', 'save', 'submit');
  const someFacts: fc.Arbitrary<AssessmentFacts> = fc.record({
    isManager: fc.boolean(),
    reportActive: fc.boolean(),
    cycleOpen: fc.boolean(),
    checkIn: fc.constantFrom('none', 'draft', 'submitted', 'revealed'),
    complete: fc.boolean(),
  });

  it('changes only for the manager of today, in an open cycle, before the reveal', () => {
    fc.assert(
      fc.property(states, events, someFacts, (state, event, facts) => {
        if ('refused' in transitionAssessment(state, event, facts)) return;
        expect(facts).toMatchObject({ isManager: true, reportActive: true, cycleOpen: true });
        expect(facts.checkIn).not.toBe('revealed');
      }),
      { numRuns: 1000 },
    );
  });

  it('never changes once it is given', () => {
    fc.assert(
      fc.property(events, someFacts, (event, facts) => {
        return 'refused' in transitionAssessment('submitted', event, facts);
      }),
    );
  });
});
