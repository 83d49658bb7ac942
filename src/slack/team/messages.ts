import type { AllSetMessage, DigestMessage } from '../../services/team/index.js';
import { snoozeRow } from '../availability/links.js';
import type { BlocksByKind } from '../delivery/message-blocks.js';
import { allSet, digest } from './blocks.js';

/** The messages about a manager's team. */
export const teamMessages = {
  digest: { build: digest, takesRest: true, footer: snoozeRow },
  all_set: { build: allSet },
} satisfies BlocksByKind<DigestMessage | AllSetMessage>;
