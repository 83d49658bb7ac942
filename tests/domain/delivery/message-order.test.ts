import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange as arrangeBy, type Part } from '../../../src/domain/delivery/message-order.js';
import { messages } from '../../../src/services/messages/index.js';

const arrange = <T extends Part>(parts: readonly T[]) => arrangeBy(parts, messages.definitions);

function part(kind: string, changes: Partial<Part> = {}): Part {
  return { kind, subjectId: null, recipientId: 'me', repeats: false, ...changes };
}

function kept(...parts: Part[]) {
  return arrange(parts).kept.map(({ kind, repeats, subjectId }) =>
    [kind, repeats && 'again', subjectId].filter(Boolean).join(' '),
  );
}

describe('what comes up for one person at once', () => {
  it('begins with their own check-in and ends with their team', () => {
    expect(
      kept(part('digest'), part('conversation', { subjectId: 'c' }), part('reminder')),
    ).toEqual(['reminder', 'conversation c', 'digest']);
  });

  it('asks for the check-in once', () => {
    expect(kept(part('reminder'), part('nudge'))).toEqual(['nudge']);
    expect(kept(part('reminder'), part('invitation'))).toEqual(['invitation']);
  });

  it('tells of the team as it is now, not once more as it was', () => {
    expect(kept(part('digest', { repeats: true }), part('digest'))).toEqual(['digest']);
    expect(kept(part('digest', { repeats: true }), part('all_set'))).toEqual(['all_set']);
  });

  it('does not repeat a reminder beside a new one', () => {
    expect(kept(part('invitation', { repeats: true }), part('reminder'))).toEqual(['reminder']);
    expect(kept(part('reminder', { repeats: true }))).toEqual(['reminder again']);
  });

  it("leaves due actions and the team's briefs to the digest, and keeps one's own brief", () => {
    expect(
      kept(
        part('action_due'),
        part('brief', { subjectId: 'report' }),
        part('brief', { subjectId: 'me' }),
        part('digest'),
      ),
    ).toEqual(['brief me', 'digest']);
    expect(kept(part('action_due'), part('brief', { subjectId: 'report' }))).toEqual([
      'brief report',
      'action_due',
    ]);
  });

  it('tells of a conversation as it was recorded last', () => {
    const older = part('conversation', { subjectId: 'c' });
    const newer = part('conversation', { subjectId: 'c' });
    const { kept: told, superseded } = arrange([older, newer]);
    expect(told[0]).toBe(newer);
    expect(superseded[0]).toBe(older);
  });

  it('is either told or superseded, and something is always told', () => {
    const kinds = ['invitation', 'nudge', 'reminder', 'brief', 'action_due', 'digest', 'all_set'];
    const parts = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        subjectId: fc.constantFrom(null, 'me', 'report'),
        recipientId: fc.constant('me'),
        repeats: fc.boolean(),
      }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(parts, (all) => {
        const { kept: told, superseded } = arrange(all);
        expect(told.length).toBeGreaterThan(0);
        expect(told.length + superseded.length).toBe(all.length);
        expect(new Set([...told, ...superseded]).size).toBe(all.length);
        expect(arrange(told).kept).toEqual(told);
      }),
    );
  });
});
