import type { CheckInState } from '../check-in/check-in.js';
import { addDays, type Day } from '../time/day.js';
import { instantAt } from '../time/time-zone.js';

/** The name of the step that notifies people of a closed cycle. */
export const closingStep = 'closed';

/** For how many days after its last day people are notified that a cycle has closed. */
export const closingDays = 14;

/** The zone in which each day ends last. */
const lastZone = 'Etc/GMT+12';

/** What became of a cycle as a whole. */
export interface CycleEnd {
  /** Somebody has begun a check-in. */
  tookPart: boolean;
  /** Somebody was invited to one. */
  invited: boolean;
}

/** How a cycle ended for one person. */
export interface PersonalEnd {
  /** Works here. */
  active: boolean;
  isAdmin: boolean;
  participates: boolean;
  checkIn: 'none' | CheckInState;
  /** Undefined for a person who was neither invited nor began by themselves. */
  knowsSince: Day | undefined;
  /** Undefined for a person without reports. */
  team: { waitingForView: readonly unknown[] } | undefined;
  cycle: CycleEnd;
}

/** What a person missed: to send their own check-in, or to get a view of one that they sent. */
export type OwnEnd = 'missed' | 'no_view';

/** Returns the instant from which a cycle with this last day is closed in every time zone. */
export function closesAt(lastDay: Day): Date {
  return instantAt(addDays(lastDay, 1), 0, lastZone);
}

/** Returns how a person's own check-in ended; undefined where it was revealed, or nobody asked for it. */
export function ownEnd(
  person: Pick<PersonalEnd, 'active' | 'participates' | 'checkIn' | 'knowsSince'>,
): OwnEnd | undefined {
  const { active, participates, checkIn, knowsSince } = person;
  if (!active || checkIn === 'revealed') return undefined;
  if (checkIn === 'submitted') return 'no_view';
  return participates && knowsSince !== undefined ? 'missed' : undefined;
}

/** Returns whether a person is notified that a cycle has closed: admins, and others where not all went well. */
export function hearsOfClosing(person: PersonalEnd): boolean {
  const { active, isAdmin, team, cycle } = person;
  if (!active) return false;
  if (isAdmin) return cycle.tookPart || cycle.invited;
  if (!cycle.tookPart) return false;
  if (ownEnd(person) !== undefined) return true;
  return team !== undefined && team.waitingForView.length > 0;
}
