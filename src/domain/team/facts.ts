import { type Day, daysBetween } from '../time/day.js';
import type { Team } from './team.js';

/** Formats "today", "yesterday", "3 days ago". */
export function ago(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${days} days ago`;
}

/** The fact that a digest begins with: "3 of 5 check-ins are in". */
export function completionFact({ submitted, asked }: Pick<Team, 'submitted' | 'asked'>): string {
  if (asked === 0) return 'nobody in your team has a role yet';
  if (asked === 1)
    return submitted === 1 ? 'the one check-in is in' : 'the one check-in is not in yet';
  if (submitted === 0) return `none of ${asked} check-ins is in yet`;
  if (submitted === asked) return `${allOf(asked)} check-ins are in`;
  return `${submitted} of ${asked} check-ins ${submitted === 1 ? 'is' : 'are'} in`;
}

/** The same after the review date: "2 of 5 conversations are recorded". */
export function conversationFact(team: Team): string {
  const { submitted, groups } = team;
  if (submitted === 0) return completionFact(team);
  const talked = groups.talked.length;
  const total = submitted - groups.formerManager.length;
  if (total === 0) return completionFact(team);
  if (total === 1)
    return talked === 1 ? 'the one conversation is recorded' : 'the one conversation is still open';
  if (talked === 0) return `none of ${total} conversations is recorded yet`;
  if (talked === total) return `${allOf(total)} conversations are recorded`;
  return `${talked} of ${total} conversations ${talked === 1 ? 'is' : 'are'} recorded`;
}

/** The same of a review that is over: "3 of 5 check-ins came in, 2 conversations are recorded". */
export function outcomeFact({ submitted, asked, groups }: Team): string {
  if (asked === 0) return 'nobody in your team had a role';
  const cameIn = `${submitted || 'none'} of ${asked} check-ins came in`;
  const talked = groups.talked.length;
  if (talked === 0) return cameIn;
  return `${cameIn}, ${talked === 1 ? 'one conversation is' : `${talked} conversations are`} recorded`;
}

function allOf(number: number): string {
  return number === 2 ? 'both' : `all ${number}`;
}
