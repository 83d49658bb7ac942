import { describe, expect, it } from 'vitest';
import { heldOnProblem, sameAgreement } from '../../../src/domain/conversation/conversation.js';

const cycle = { today: '2027-03-25', opensOn: '2027-03-03' };

describe('the day on which two people talked', () => {
  it.each([
    ['today', '2027-03-25', undefined],
    ['the day on which the cycle opened', '2027-03-03', undefined],
    ['tomorrow', '2027-03-26', 'in_future'],
    ['the day before the cycle opened', '2027-03-02', 'before_cycle'],
  ])('%s', (_, heldOn, problem) => {
    expect(heldOnProblem(heldOn, cycle)).toBe(problem);
  });
});

describe('two versions of an action', () => {
  const text = {
    what: 'Lead two retrospectives',
    measure: 'Two notes in the channel',
    dueOn: '2027-05-31',
    competencyKey: undefined,
    ownerId: 'teo',
  };

  it('say the same if nothing differs, and not if anything does', () => {
    expect(sameAgreement(text, { ...text })).toBe(true);
    for (const other of [
      { what: 'Lead one' },
      { measure: '' },
      { dueOn: '2027-06-01' },
      { competencyKey: 'execution' },
      { ownerId: 'rosa' },
    ]) {
      expect(sameAgreement(text, { ...text, ...other })).toBe(false);
    }
  });
});
