import type { MessageKind } from '../domain/reminder-plan.js';
import { localDay } from '../domain/working-hours.js';
import type { Cycle } from './cycles.js';
import type { OutgoingMessage } from './messenger.js';
import type { RecipientInCycle } from './reminder-facts.js';

/** The data of a message of this kind, from fresh facts; undefined where there is nobody to tell of. */
export function outgoingMessage(
  kind: MessageKind,
  cycle: Cycle,
  recipient: RecipientInCycle,
  at: Date,
): OutgoingMessage | undefined {
  const { person, facts, team, managerSlackUserId } = recipient;
  const asked = {
    cycleName: cycle.name,
    dueOn: cycle.dueOn,
    reviewOn: cycle.reviewOn,
    today: localDay(at, person.timeZone),
    managerSlackUserId,
  };
  switch (kind) {
    case 'invitation':
      return { kind, ...asked };
    case 'reminder':
      return { kind, ...asked, started: facts.checkIn === 'draft' };
    case 'digest':
    case 'all_set':
      return team && { kind, ...team };
  }
}
