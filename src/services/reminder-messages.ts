import { localDay } from '../domain/working-hours.js';
import type { InvitationMessage, ReminderMessage } from './invitations.js';
import type { RecipientInCycle, Round } from './reminder-facts.js';

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
