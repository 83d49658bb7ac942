import { localDay } from '../../domain/time/working-hours.js';
import type { RecipientInCycle, Round } from './facts.js';
import type { InvitationMessage, ReminderMessage } from './messages.js';

/** The data of an invitation or a reminder, from fresh facts. */
export function askForCheckIn(
  kind: 'invitation' | 'reminder',
  { cycle }: Round,
  { person, facts, managerSlackUserId }: RecipientInCycle,
  at: Date,
): InvitationMessage | ReminderMessage {
  const asked = {
    cycleName: cycle.name,
    dueOn: cycle.dueOn,
    reviewOn: cycle.reviewOn,
    today: localDay(at, person.timeZone),
    managerSlackUserId,
  };
  if (kind === 'invitation') return { kind, ...asked };
  return { kind, ...asked, started: facts.checkIn === 'draft' };
}
