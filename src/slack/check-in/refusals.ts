import type { CheckInRefusal } from '../../domain/check-in/check-in.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { stillOpenText } from '../questionnaire/words.js';

/** Why nothing was saved or sent, what is still there, and what to do next. Plain text. */
export async function refusalText(
  because: CheckInRefusal,
  read: () => Promise<CheckIn>,
): Promise<string> {
  const checkIn = await read();
  switch (because) {
    case 'already_sent':
      return 'This check-in has been sent in the meantime, so I saved nothing from this page. What you typed is still here: copy it, open your check-in again, and press Reopen and change to add it.';
    case 'cycle_closed':
      return `${checkIn.cycle.name} has closed, so I can't save this any more. What you typed is still here: copy it if you want to keep it.`;
    case 'incomplete':
      return `Nothing is sent yet: ${stillOpenText(checkIn)}`;
    case 'revealed':
      return 'Both sides are in, so your check-in stays as it is. What you typed is still here: copy it and bring it to your conversation.';
    case 'keeps_role':
      return `This check-in was sent before for ${checkIn.role.title}, so it keeps that role. The next one begins with your new one.`;
    case 'not_assessed':
      return "Your manager's view is not in yet.";
    case 'not_sent':
      return 'This check-in is a draft already. Open it again to go on.';
  }
}

/** Why a check-in that is sent can't be taken back. Plain text. */
export function stayText(because: CheckInRefusal, { cycle }: CheckIn): string {
  if (because === 'revealed') {
    return 'Both sides are in, so your check-in stays as it is. What has changed since is worth a word in your conversation.';
  }
  return `${cycle.name} has closed: this stays as it is.`;
}
