import type { InvitationMessage, ReminderMessage } from '../../services/reminder/index.js';
import { openCheckInButton } from '../check-in/links.js';
import { chooseManagerButton } from '../person/links.js';
import { context, dayText } from '../ui/blocks.js';

export function chooseManager({
  managerWhoLeftSlackUserId: left,
}: InvitationMessage | ReminderMessage) {
  return left === undefined ? [] : [chooseManagerButton()];
}

export function startButton(started: boolean) {
  return openCheckInButton(started ? 'Go on with my check-in' : 'Start', { style: 'primary' });
}

interface Dates {
  dueOn: string;
  reviewOn: string;
  today: string;
}

/** "is due on Wed 17 March", "was due on …, and there is still time": read on other days too. */
export function isDue({ dueOn, reviewOn, today }: Dates): string {
  const day = dayText(dueOn);
  if (today <= dueOn) return `is due on ${day}`;
  return today < reviewOn
    ? `was due on ${day}, and there is still time before the reviews`
    : `was due on ${day}, and late is better than not at all`;
}

export function reviewsStart({ reviewOn, today }: Dates) {
  const verb = today > reviewOn ? 'started' : 'start';
  return context(`Reviews ${verb} on ${dayText(reviewOn)}.`);
}
