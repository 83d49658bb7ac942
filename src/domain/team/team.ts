import type { CheckInState } from '../check-in/check-in.js';
import type { Day } from '../time/day.js';

/** That a check-in is revealed: what stands in its brief opens in a window. */
export interface BriefReady {
  checkInId: string;
  /** The reader's own day on which both sides were in. */
  since: Day;
}

/** One report as a manager sees them in a cycle: how far they are, and nothing that they wrote. */
export interface ReportState {
  personId: string;
  slackUserId: string;
  name: string;
  hasRole: boolean;
  /** They are asked for nothing in this cycle. */
  leftOut?: boolean;
  /** This cycle is for others alone. */
  outside?: boolean;
  /** Their role is not in the current framework. */
  roleLost?: boolean;
  /** 'none' until something in it is answered: that they looked is theirs. */
  checkIn: 'none' | CheckInState;
  /** Of a draft: on how many of its pages something is answered. */
  progress?: { answered: number; asked: number } | undefined;
  /** The reader's own day on which it was submitted. */
  submittedOn: Day | undefined;
  /** The state of the reader's assessment of them; 'none' until something in it is answered. */
  view: 'none' | 'draft' | 'submitted';
  /** Only if it was revealed with the reader's assessment. */
  brief: BriefReady | undefined;
  /** The recorded day of the conversation. */
  talkedOn: Day | undefined;
  /** Whether the reader may read earlier cycles of theirs. */
  hasHistory: boolean;
  nudge: NudgeState;
  /** Their own day of the last nudge in this cycle. */
  nudgedOn?: Day | undefined;
}

/**
 * Whether this person can be nudged now: not twice on one day of theirs, nor while a nudge waits.
 */
export type NudgeState = 'possible' | 'sent_today' | 'waiting';

/** What a report needs from their manager; the last three need nothing. */
export type TeamGroup =
  | 'ready'
  | 'waiting'
  | 'bothIn'
  | 'noRole'
  | 'talked'
  | 'formerManager'
  | 'leftOut';

/** In the order in which they are shown. */
export const teamGroups: readonly TeamGroup[] = [
  'ready',
  'waiting',
  'bothIn',
  'noRole',
  'talked',
  'formerManager',
  'leftOut',
];

/** A manager's reports, grouped by what they need from the manager. */
export interface Team {
  /** Each group is ordered by name. */
  groups: Readonly<Record<TeamGroup, ReportState[]>>;
  /** How many check-ins are submitted, of how many that are asked for. */
  submitted: number;
  asked: number;
}

/** What a manager still has to do, apart from due action items. */
export interface TeamTodo {
  /** Whether anybody in the team needs something. */
  asks: boolean;
  /** An assessment is to be submitted, or a conversation to be held and recorded. */
  conversationsOpen: boolean;
}

/**
 * Returns a report's group. A report who submitted a check-in stays in its group, with or without a
 * role.
 */
function groupOf({ checkIn, brief, talkedOn, hasRole, leftOut, outside }: ReportState): TeamGroup {
  if (checkIn === 'revealed') {
    if (talkedOn !== undefined) return 'talked';
    return brief ? 'bothIn' : 'formerManager';
  }
  if (checkIn === 'submitted') return 'ready';
  if (outside || (leftOut && hasRole)) return 'leftOut';
  return hasRole ? 'waiting' : 'noRole';
}

/** Groups reports; within a group by name. */
export function groupTeam(reports: readonly ReportState[]): Team {
  const groups: Record<TeamGroup, ReportState[]> = {
    ready: [],
    waiting: [],
    bothIn: [],
    noRole: [],
    talked: [],
    formerManager: [],
    leftOut: [],
  };
  for (const report of [...reports].sort(byName)) groups[groupOf(report)].push(report);
  const submitted = reports.filter(({ checkIn }) => isIn(checkIn)).length;
  return { groups, submitted, asked: submitted + groups.waiting.length };
}

/** Returns how many people are in the team. */
export function sizeOfTeam({ groups }: Team): number {
  return teamGroups.reduce((sum, group) => sum + groups[group].length, 0);
}

/** Returns whether a report's check-in is sent and their manager's view of it is to be given. */
export function isWaitingForView({
  checkIn,
  view,
}: Pick<ReportState, 'checkIn' | 'view'>): boolean {
  return checkIn === 'submitted' && view !== 'submitted';
}

export function todoOf({ groups }: Team): TeamTodo {
  const toAssess = groups.ready.filter(isWaitingForView);
  const conversationsOpen = toAssess.length > 0 || groups.bothIn.length > 0;
  const asks = conversationsOpen || groups.waiting.length > 0 || groups.noRole.length > 0;
  return { asks, conversationsOpen };
}

function isIn(checkIn: ReportState['checkIn']): boolean {
  return checkIn === 'submitted' || checkIn === 'revealed';
}

function byName(one: ReportState, other: ReportState): number {
  return (
    one.name.localeCompare(other.name, 'en') || one.slackUserId.localeCompare(other.slackUserId)
  );
}
