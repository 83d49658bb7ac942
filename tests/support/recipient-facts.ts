import type { RecipientFacts } from '../../src/domain/reminder/recipient-facts.js';

/** What a person has of the plan's facts to whom nothing has happened in a cycle. */
export const noFacts = {
  active: true,
  isAdmin: false,
  unplaced: false,
  teamNotifiedAt: undefined,
  teamMessageWaits: false,
  lastNotifiedAt: undefined,
  cycle: { tookPart: false, invited: false },
} satisfies Partial<RecipientFacts>;
