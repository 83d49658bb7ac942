import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessFacts, accessOf, owesAssessment } from '../../../src/domain/access/access.js';

/** Rosa's check-in, revealed with the view of Mika, who is her manager. */
const revealed: AccessFacts = {
  viewerId: 'Mika',
  subjectId: 'Rosa',
  managerId: 'Mika',
  checkIn: 'revealed',
  revealedWith: 'Mika',
  owesAssessment: false,
};
const nothing = { checkIn: false, assessment: false, evidence: false };
const everything = { checkIn: true, assessment: true, evidence: true };

describe('what somebody sees of a check-in', () => {
  it('is all of it for both, once it is revealed', () => {
    expect(accessOf(revealed)).toEqual(everything);
    expect(accessOf({ ...revealed, viewerId: 'Rosa' })).toEqual(everything);
  });

  it("is their own side alone for the report, before the manager's is in", () => {
    const facts = { ...revealed, viewerId: 'Rosa', checkIn: 'submitted', revealedWith: undefined };
    expect(accessOf(facts as AccessFacts)).toEqual({ ...everything, assessment: false });
  });

  it('is the evidence alone for the manager, while the check-in is sent', () => {
    const facts = {
      ...revealed,
      checkIn: 'submitted',
      revealedWith: undefined,
      owesAssessment: true,
    };
    expect(accessOf(facts as AccessFacts)).toEqual({ ...nothing, evidence: true });
  });

  it('is nothing for the manager, while it is a draft', () => {
    const facts = { ...revealed, checkIn: 'draft', revealedWith: undefined };
    expect(accessOf(facts as AccessFacts)).toEqual(nothing);
  });

  it('is no rating of an earlier cycle for a manager who owes a view in this one', () => {
    expect(accessOf({ ...revealed, owesAssessment: true })).toEqual({ ...nothing, evidence: true });
  });

  it('is nothing for the manager of that time, once Rosa has another', () => {
    expect(accessOf({ ...revealed, managerId: 'Noor' })).toEqual(nothing);
  });

  it('is nothing for a new manager, who gave no view on it', () => {
    expect(accessOf({ ...revealed, viewerId: 'Noor', managerId: 'Noor' })).toEqual(nothing);
  });
});

describe('a manager owes a view', () => {
  it('as long as the cycle is open and theirs is not given', () => {
    expect(owesAssessment({ cycleOpen: true, given: 'none' })).toBe(true);
    expect(owesAssessment({ cycleOpen: true, given: 'draft' })).toBe(true);
    expect(owesAssessment({ cycleOpen: true, given: 'submitted' })).toBe(false);
    expect(owesAssessment({ cycleOpen: false, given: 'draft' })).toBe(false);
  });
});

describe('whoever looks', () => {
  const people = fc.constantFrom('Ada', 'Mika', 'Noor', 'Rosa');
  const someFacts: fc.Arbitrary<AccessFacts> = fc
    .record({
      viewerId: people,
      subjectId: people,
      managerId: fc.option(people, { nil: undefined }),
      checkIn: fc.constantFrom('none', 'draft', 'submitted', 'revealed'),
      revealedWith: fc.option(people, { nil: undefined }),
      owesAssessment: fc.boolean(),
    })
    .filter(({ subjectId, managerId }) => subjectId !== managerId);

  it('sees nothing of somebody else who does not report to them today', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        fc.pre(facts.viewerId !== facts.subjectId && facts.viewerId !== facts.managerId);
        expect(accessOf(facts)).toEqual(nothing);
      }),
    );
  });

  it("sees somebody else's check-in only revealed, with a view of their own, owing none", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        if (facts.viewerId === facts.subjectId || !accessOf(facts).checkIn) return;
        expect(facts).toMatchObject({ checkIn: 'revealed', owesAssessment: false });
        expect([facts.managerId, facts.revealedWith]).toEqual([facts.viewerId, facts.viewerId]);
      }),
      { numRuns: 2000 },
    );
  });

  it('sees the two sides together or not at all, unless it is their own', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        fc.pre(facts.viewerId !== facts.subjectId);
        const { checkIn, assessment } = accessOf(facts);
        expect(checkIn).toBe(assessment);
      }),
    );
  });

  it('sees no assessment before the reveal', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        fc.pre(facts.checkIn !== 'revealed');
        expect(accessOf(facts).assessment).toBe(false);
      }),
    );
  });
});
