import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccessFacts,
  checkInFacts,
  may,
  owesAssessment,
  type Permission,
  permissions,
  refusalOf,
} from '../../../src/domain/access/access.js';
import { relationOf } from '../../../src/domain/access/relation.js';

const everything = Object.keys(permissions) as Permission[];

/** Rosa reports to Mika, who came after Eva; Mika reports to Ada, an admin; Noor comes next. */
const others = ['Eva', 'Noor', 'Ada', 'Paul', 'a guest'];

interface Situation {
  checkIn: 'none' | 'draft' | 'submitted' | 'revealed';
  revealedWith?: string;
  owes?: boolean;
  recordedBy?: string;
  keptBack?: boolean;
  left?: 'Rosa' | 'Mika';
  /** Managers further up may read since day 2; when the two sides were given. */
  above?: { sent: number; view: number };
}

function factsFor(actorId: string, situation: Situation) {
  const { checkIn, revealedWith, owes = false, recordedBy, left, above } = situation;
  const leftAt = (name: string) => (name === left ? new Date(0) : null);
  const mika = { id: 'Mika', leftAt: leftAt('Mika') };
  return {
    relation:
      above && actorId === 'Ada'
        ? ('above' as const)
        : relationOf(actorId, { id: 'Rosa', leftAt: leftAt('Rosa'), manager: mika }),
    ...checkInFacts({
      ...{ actorId, checkIn, revealedWith },
      sidesSubmittedAt: above ? [new Date(above.sent), new Date(above.view)] : [null, null],
      aboveReadFrom: above && new Date(2),
    }),
    owesNothing: !owes,
    active: left !== 'Rosa',
    managed: left !== 'Mika',
    notWithAnother: recordedBy === undefined || (recordedBy === 'Mika' && left !== 'Mika'),
    goesAlong: !situation.keptBack,
    agreedWith: recordedBy === actorId,
  };
}

const allowed = (actorId: string, situation: Situation) =>
  everything.filter((permission) => may(permission, factsFor(actorId, situation))).sort();

const own: Permission[] = [
  'answerConversation',
  'followActionItems',
  'readClosedActionItem',
  'readConversation',
  'readHistory',
];
const managing: Permission[] = [
  'assess',
  'followActionItems',
  'keepManagerNote',
  'nudge',
  'readHistory',
  'setRole',
];

const talking: Permission[] = ['answerConversation', 'readConversation', 'recordConversation'];

/** Situation by situation, what Rosa may do on top of `own`, and Mika on top of `managing`. */
const table: [name: string, Situation, rosa: Permission[], mika: Permission[]][] = [
  ['no check-in', { checkIn: 'none' }, [], ['answerConversation']],
  ['a draft', { checkIn: 'draft' }, ['readCheckIn'], ['answerConversation']],
  [
    'a note that was not sent along',
    { checkIn: 'submitted', keptBack: true },
    ['readCheckIn'],
    ['answerConversation'],
  ],
  [
    'a sent check-in',
    { checkIn: 'submitted', owes: true },
    ['readCheckIn'],
    ['answerConversation', 'readEvidence'],
  ],
  [
    'an assessment that waits for the check-in, which was taken back',
    { checkIn: 'draft', owes: false },
    ['readCheckIn'],
    ['answerConversation'],
  ],
  [
    'a revealed check-in',
    { checkIn: 'revealed', revealedWith: 'Mika' },
    ['addToCheckIn', 'readCheckIn', 'readBrief', 'recordConversation'],
    ['readCheckIn', 'readBrief', 'readEvidence', ...talking],
  ],
  [
    'a revealed check-in whose conversation Mika has recorded',
    { checkIn: 'revealed', revealedWith: 'Mika', recordedBy: 'Mika' },
    ['addToCheckIn', 'readCheckIn', 'readBrief', 'recordConversation'],
    ['readCheckIn', 'readBrief', 'readEvidence', 'readClosedActionItem', ...talking],
  ],
  [
    'a revealed check-in, while Mika owes an assessment in the next cycle',
    { checkIn: 'revealed', revealedWith: 'Mika', owes: true },
    ['addToCheckIn', 'readCheckIn', 'readBrief', 'recordConversation'],
    ['answerConversation', 'readEvidence', 'recordConversation'],
  ],
  [
    'a check-in that was revealed with Eva',
    { checkIn: 'revealed', revealedWith: 'Eva' },
    ['addToCheckIn', 'readCheckIn', 'readBrief', 'recordConversation'],
    talking,
  ],
  [
    'a check-in that was revealed with Eva, who has recorded the conversation',
    { checkIn: 'revealed', revealedWith: 'Eva', recordedBy: 'Eva' },
    ['addToCheckIn', 'readCheckIn', 'readBrief'],
    [],
  ],
];

describe.each(table)('with %s', (_name, situation, rosa, mika) => {
  it('the person may do this, and nothing else', () => {
    expect(allowed('Rosa', situation)).toEqual([...own, ...rosa].sort());
  });

  it('their manager of today may do this, and nothing else', () => {
    expect(allowed('Mika', situation)).toEqual([...managing, ...mika].sort());
  });

  it.each(others)('%s may do nothing', (actor) => {
    expect(allowed(actor, situation)).toEqual([]);
  });

  it('a manager who has left may do nothing, and nobody nudges a report who has left', () => {
    expect(allowed('Mika', { ...situation, left: 'Mika' })).toEqual([]);
    expect(allowed('Rosa', { ...situation, left: 'Rosa' })).toEqual([]);
    const expected = [...managing, ...mika].filter(
      (permission) => permission !== 'nudge' && permission !== 'setRole',
    );
    expect(allowed('Mika', { ...situation, left: 'Rosa' })).toEqual(expected.sort());
  });
});

describe('a manager further up, where the workspace lets these read,', () => {
  const given = { sent: 2, view: 3 };

  it.each(table)(
    'reads nothing but both sides once both are in: %s',
    (_name, situation, rosa, mika) => {
      const read =
        situation.checkIn === 'revealed'
          ? ['readBrief', 'readCheckIn', 'readHistory']
          : ['readHistory'];
      expect(allowed('Ada', { ...situation, above: given })).toEqual(read);
      expect(allowed('Rosa', { ...situation, above: given })).toEqual([...own, ...rosa].sort());
      expect(allowed('Mika', { ...situation, above: given })).toEqual(
        [...managing, ...mika].sort(),
      );
      for (const other of ['Eva', 'Noor', 'Paul', 'a guest']) {
        expect(allowed(other, { ...situation, above: given }), other).toEqual([]);
      }
    },
  );

  it.each([
    ['the check-in', { sent: 1, view: 3 }],
    ['the view', { sent: 3, view: 1 }],
  ])('does not read it where %s was given before that was so', (_name, above) => {
    const situation: Situation = { checkIn: 'revealed', revealedWith: 'Mika', above };
    expect(allowed('Ada', situation)).toEqual(['readHistory']);
  });
});

it('the table allows each permission to somebody and denies it to one of the two in some situation', () => {
  for (const permission of everything) {
    const answers = table.flatMap(([, situation]) =>
      ['Rosa', 'Mika', 'Paul'].map((actor) => may(permission, factsFor(actor, situation))),
    );
    expect(new Set(answers), permission).toEqual(new Set([true, false]));
  }
});

describe('a refusal', () => {
  const revealed: Situation = { checkIn: 'revealed', revealedWith: 'Mika' };
  const brief = (actor: string, situation: Situation) =>
    refusalOf('readBrief', factsFor(actor, situation));

  it('names the first thing that is missing', () => {
    expect(brief('Mika', revealed)).toBeUndefined();
    expect(brief('Mika', { ...revealed, owes: true })).toBe('owesNothing');
    expect(brief('Mika', { ...revealed, revealedWith: 'Eva', owes: true })).toBe('shared');
    expect(brief('Mika', { checkIn: 'submitted', owes: true })).toBe('revealed');
    expect(brief('Rosa', { checkIn: 'submitted' })).toBe('revealed');
    expect(brief('Eva', { ...revealed, revealedWith: 'Eva' })).toBe('not_related');
  });

  it('to record a conversation says whether there is nobody to record it with, or another manager has', () => {
    const record = (actor: string, situation: Situation) =>
      refusalOf('recordConversation', factsFor(actor, situation));
    expect(record('Rosa', revealed)).toBeUndefined();
    expect(record('Rosa', { ...revealed, left: 'Mika' })).toBe('managed');
    expect(record('Rosa', { ...revealed, recordedBy: 'Eva' })).toBe('notWithAnother');
    expect(record('Mika', { ...revealed, recordedBy: 'Eva' })).toBe('notWithAnother');
  });
});

describe('a manager owes an assessment', () => {
  it('as long as the cycle is open and theirs is not given', () => {
    expect(owesAssessment({ cycleOpen: true, assessment: 'none' })).toBe(true);
    expect(owesAssessment({ cycleOpen: true, assessment: 'draft' })).toBe(true);
    expect(owesAssessment({ cycleOpen: true, assessment: 'submitted' })).toBe(false);
    expect(owesAssessment({ cycleOpen: false, assessment: 'draft' })).toBe(false);
  });
});

describe('whatever holds', () => {
  const people = fc.constantFrom('Rosa', 'Mika', 'Eva', 'Ada');
  const situations: fc.Arbitrary<Situation> = fc.record(
    {
      checkIn: fc.constantFrom('none', 'draft', 'submitted', 'revealed'),
      revealedWith: people,
      owes: fc.boolean(),
      recordedBy: people,
      left: fc.constantFrom('Rosa', 'Mika'),
    },
    { requiredKeys: ['checkIn'] },
  );
  const always = (holds: (actor: string, situation: Situation) => void) =>
    fc.assert(fc.property(people, situations, holds), { numRuns: 2000 });

  it('somebody else than the two may do nothing', () => {
    always((actor, situation) => {
      fc.pre(actor !== 'Rosa' && actor !== 'Mika');
      expect(allowed(actor, situation)).toEqual([]);
    });
  });

  it("a manager reads a report's check-in only revealed, with their own assessment, owing none", () => {
    always((actor, situation) => {
      fc.pre(actor === 'Mika');
      const facts: AccessFacts = factsFor(actor, situation);
      if (!may('readCheckIn', factsFor(actor, situation))) return;
      expect(situation).toMatchObject({ checkIn: 'revealed', revealedWith: 'Mika' });
      expect(facts.owesNothing).toBe(true);
    });
  });

  it('the two sides are read together or not at all, but for one’s own', () => {
    always((actor, situation) => {
      fc.pre(actor !== 'Rosa');
      const facts = factsFor(actor, situation);
      expect(may('readCheckIn', facts)).toBe(may('readBrief', facts));
    });
  });

  it('no assessment is read before the reveal', () => {
    always((actor, situation) => {
      fc.pre(situation.checkIn !== 'revealed');
      expect(may('readBrief', factsFor(actor, situation))).toBe(false);
    });
  });
});
