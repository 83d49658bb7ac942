import { daysBetween } from '../../domain/time/day.js';
import type { InvitationMessage, ReminderMessage } from '../../services/reminder/index.js';
import { openCheckInButton } from '../check-in/links.js';
import { chooseManagerButton } from '../person/links.js';
import { context, dayText } from '../ui/blocks.js';
import { distance } from '../ui/text.js';

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

/** "is due today", "is due on Wed 17 March, in 2 days", "was due on …, and there is still time". */
export function isDue({ dueOn, reviewOn, today }: Dates): string {
  const day = dayText(dueOn);
  const left = daysBetween(today, dueOn);
  if (left === 0) return 'is due today';
  if (left === 1) return 'is due tomorrow';
  if (left > 1) return `is due on ${day}, ${distance(dueOn, today)}`;
  return today < reviewOn
    ? `was due on ${day}, and there is still time before the reviews`
    : `was due on ${day}, and late is better than not at all`;
}

export function reviewsStart({ reviewOn, today }: Dates) {
  const verb = today > reviewOn ? 'started' : 'start';
  return context(`Reviews ${verb} on ${dayText(reviewOn)}.`);
}
