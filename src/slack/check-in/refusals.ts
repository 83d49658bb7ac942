import type { CheckInRefusal } from '../../domain/check-in/check-in.js';
import { openPages } from '../../domain/questionnaire/answers.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { nameSome } from './words.js';

/** Why nothing was saved or sent, what is still there, and what to do next. Plain text. */
export function refusalWords(because: CheckInRefusal, checkIn: CheckIn): string {
  switch (because) {
    case 'already_sent':
      return 'This check-in has been sent in the meantime, so I saved nothing from this page. What you typed is still here: copy it, open your check-in again, and press Reopen and change to add it.';
    case 'cycle_closed':
      return `${checkIn.cycle.name} has closed, so I can't save this any more. What you typed is still here: copy it if you want to keep it.`;
    case 'incomplete':
      return `Nothing is sent yet: ${openNames(checkIn)} still ${openCount(checkIn) === 1 ? 'needs' : 'need'} an answer. This page is saved; press Answer above, then Send.`;
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
export function stayWords(because: CheckInRefusal, { cycle }: CheckIn): string {
  if (because === 'revealed') {
    return 'Both sides are in, so your check-in stays as it is. What has changed since is worth a word in your conversation.';
  }
  return `${cycle.name} has closed: this stays as it is.`;
}

function openNames(checkIn: CheckIn): string {
  const { pages, answers, framework } = checkIn;
  const open = openPages(pages, answers, framework.scale);
  return nameSome(open.flatMap((page) => pages[page]?.competency.name ?? []));
}

function openCount({ pages, answers, framework }: CheckIn): number {
  return openPages(pages, answers, framework.scale).length;
}
