import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Privacy } from '../../../src/services/privacy/index.js';
import { privacyModal } from '../../../src/slack/privacy/window.js';
import { limits, sizeOf } from '../../../src/slack/ui/blocks.js';

const instant = new Date('2027-03-24T10:00:00Z');
const text = (most: number) => fc.string({ unit: 'grapheme', maxLength: most });
const partner = fc.record({
  ...{ id: fc.uuid(), name: text(80), timeZone: fc.constant('UTC') },
  slackUserId: fc.constant('U0TEO'),
});
const privacy: fc.Arbitrary<Privacy> = fc.record({
  manager: fc.option(partner, { nil: undefined }),
  managersAbove: fc.option(fc.array(partner, { maxLength: 12 }), { nil: undefined }),
  admins: fc.array(partner, { maxLength: 30 }),
  readings: fc.record({
    hasMore: fc.boolean(),
    readings: fc.array(
      fc.record({
        reader: fc.option(partner, { nil: undefined }),
        operator: text(40),
        surface: fc.constantFrom('brief', 'history', 'conversation', 'evidence', 'export'),
        cycles: fc.array(text(80), { maxLength: 12 }),
        times: fc.integer({ min: 1, max: 500 }),
        lastAt: fc.constant(instant),
      }),
      { maxLength: 10 },
    ),
  }),
  changes: fc.array(
    fc.record({
      action: fc.constantFrom('role', 'in_role_since', 'manager'),
      subject: text(80),
      before: text(80),
      after: text(80),
      by: text(80),
      at: fc.constant(instant),
    }),
    { maxLength: 5 },
  ),
  keptMonths: fc.nat(),
  kept: fc.record({
    checkIns: fc.nat(),
    evidence: fc.nat(),
    actionItems: fc.nat(),
    views: fc.nat(),
  }),
});

describe('the page of who sees what', () => {
  it('fits Slack’s limits and lets no name become markup, whatever the names are', () => {
    fc.assert(
      fc.property(privacy, (given) => {
        const { blocks, title } = privacyModal(given, (key) => key);
        expect(title.text.length).toBeLessThanOrEqual(limits.modalTitle);
        expect(sizeOf(blocks)).toBeLessThan(limits.viewBytes / 3);
        for (const block of blocks) {
          if (block.type !== 'section') continue;
          expect(block.text?.text.length).toBeLessThanOrEqual(limits.sectionText);
          const known = /<@U0TEO>|<!date\^\d+\^\{date_short_pretty\} at \{time\}\|[^>]*>/g;
          expect(block.text?.text.replace(known, '')).not.toMatch(/[<>]/);
        }
      }),
    );
  });
});
