import { type Day, daysBetween } from './day.js';

/** One report as a manager may see them in a cycle: how far they are, and nothing that they wrote. */
export interface ReportState {
  personId: string;
  slackUserId: string;
  name: string;
  hasRole: boolean;
  checkIn: 'none' | 'draft' | 'submitted';
  /** The reader's own day on which it was submitted. */
  submittedOn: Day | undefined;
  nudge: NudgeState;
}

/** Whether this person can be nudged now: not twice on one day of theirs, nor while one waits. */
export type NudgeState = 'possible' | 'sent_today' | 'waiting';

/** A manager's reports, grouped by what they ask of the manager. */
export interface Team {
  sent: ReportState[];
  waiting: ReportState[];
  noRole: ReportState[];
  /** How many check-ins are in, of how many that are asked for. */
  submitted: number;
  asked: number;
}

/** Groups reports; within a group by name. Who sent a check-in stays there, with or without a role. */
export function groupTeam(reports: readonly ReportState[]): Team {
  const sorted = [...reports].sort(byName);
  const sent = sorted.filter(({ checkIn }) => checkIn === 'submitted');
  const others = sorted.filter(({ checkIn }) => checkIn !== 'submitted');
  const waiting = others.filter(({ hasRole }) => hasRole);
  return {
    sent,
    waiting,
    noRole: others.filter(({ hasRole }) => !hasRole),
    submitted: sent.length,
    asked: sent.length + waiting.length,
  };
}

/** Whether the manager can do anything about a report now. */
export function hasSomethingToDo(team: Team): boolean {
  return team.waiting.length > 0 || team.noRole.length > 0;
}

/** "today", "yesterday", "3 days ago". */
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
  if (submitted === asked) return `all ${asked} check-ins are in`;
  return `${submitted} of ${asked} check-ins ${submitted === 1 ? 'is' : 'are'} in`;
}

function byName(one: ReportState, other: ReportState): number {
  return (
    one.name.localeCompare(other.name, 'en') || one.slackUserId.localeCompare(other.slackUserId)
  );
}
