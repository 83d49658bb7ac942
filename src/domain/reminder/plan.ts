import type { CheckInState } from '../check-in/check-in.js';
import type { TeamTodo } from '../team/team.js';
import { addDays, type Day } from '../time/day.js';
import { instantAt, isInWindow, localDay, type WorkingDays } from '../time/working-hours.js';
import { newestStep, type Step, type StepKind } from './steps.js';

/** The messages that a cycle brings by itself, each step once. A nudge is somebody's wish, and not among them. */
export const messageKinds = ['invitation', 'reminder', 'digest', 'all_set'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A cycle as the plan needs it. */
export interface PlannedRound {
  opensOn: Day;
  reviewOn: Day;
  /** While the cycle is open, managers hear of open conversations. */
  lastDay: Day;
  steps: readonly Step[];
  workingDays: WorkingDays;
}

/** What the plan needs to know of one person in one cycle. */
export interface RecipientFacts {
  timeZone: string;
  /** Has a role and has not left. */
  participates: boolean;
  checkIn: 'none' | CheckInState;
  /** Their own day on which they were invited or began by themselves. */
  knowsSince: Day | undefined;
  /** Undefined for a person without reports. */
  team: TeamFacts | undefined;
  /** They asked for quiet until then; nothing is decided before. */
  heldUntil: Date | undefined;
  /** What has been decided already, as `decidedKey` writes it. */
  decided: ReadonlySet<string>;
}

export interface TeamFacts extends TeamTodo {
  /** The earliest day of an open action that they or their team have to do. */
  firstActionItemDue: Day | undefined;
}

/** To send, or to note that this step asks nothing of the person, so that it doesn't come up again. */
export interface Decision {
  kind: MessageKind;
  step: string;
  /** Undefined: send. */
  silentBecause?: 'submitted' | 'nothing_to_do';
}

/** The mark of a step that is decided. A manager's "all set" comes once a cycle, whatever the step. */
export function decidedKey(kind: MessageKind, step: string): string {
  return kind === 'all_set' ? kind : `${kind}:${step}`;
}

/** Whether a manager has anything to do on this day of theirs. */
export function isAsked({ asks, firstActionItemDue }: TeamFacts, today: Day): boolean {
  return asks || (firstActionItemDue !== undefined && firstActionItemDue <= today);
}

/** Whether somebody has still to send their check-in. */
export function owesCheckIn({ participates, checkIn }: RecipientFacts): boolean {
  return participates && (checkIn === 'none' || checkIn === 'draft');
}

/**
 * What is to be decided for a person at this instant; empty outside their working hours and while
 * they want quiet, so that afterwards only what still concerns them is decided upon. A reminder comes
 * on a later day than the invitation, so that who joins late isn't written to twice at once.
 */
export function decide(round: PlannedRound, person: RecipientFacts, at: Date): Decision[] {
  const today = localDay(at, person.timeZone);
  if (today < round.opensOn || today > round.lastDay) return [];
  if (person.heldUntil && at < person.heldUntil) return [];
  if (!isInWindow(at, person.timeZone, round.workingDays)) return [];
  if (today >= round.reviewOn) return decideFollowUp(round, person, today);
  return [
    ...decideInvitation(round, person, today),
    ...decideReminder(round, person, today),
    ...decideDigest(round, person, today),
  ];
}

function decideInvitation(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(round, person, { kind: 'invitation', today });
  if (!step || !person.participates || person.checkIn !== 'none') return [];
  // Who has been reminded knows of the cycle, whatever became of the invitation.
  const reminded = stepsOfKind(round, 'reminder').some(({ name }) =>
    person.decided.has(decidedKey('reminder', name)),
  );
  return reminded ? [] : [{ kind: 'invitation', step: step.name }];
}

function decideReminder(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(round, person, { kind: 'reminder', today });
  if (!step || !person.participates || person.knowsSince === undefined) return [];
  if (person.knowsSince >= step.sendsOn) return [];
  const silent = owesCheckIn(person) ? {} : { silentBecause: 'submitted' as const };
  return [{ kind: 'reminder', step: step.name, ...silent }];
}

function decideDigest(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(round, person, { kind: 'digest', today });
  if (!step || person.team === undefined) return [];
  if (isAsked(person.team, today)) return [{ kind: 'digest', step: step.name }];
  return decideAllSet(person, step);
}

/** After the review a digest comes while conversations are open; the rest has its own reminders. */
function decideFollowUp(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(round, person, { kind: 'follow_up', today });
  if (!step || person.team === undefined) return [];
  if (person.team.conversationsOpen) return [{ kind: 'digest', step: step.name }];
  if (!isAsked(person.team, today)) return decideAllSet(person, step);
  return [{ kind: 'digest', step: step.name, silentBecause: 'nothing_to_do' }];
}

/** What a kind of message is for on a day: a step, and the names of those that settle it. */
export interface StepOfDay {
  step: Step;
  decidedBy: string[];
}

/**
 * The newest step of a kind whose day has come. Who goes west over the date line has a day twice: what
 * came up there, where it was tomorrow already, isn't followed by something older.
 */
export function stepOfDay(
  round: Pick<PlannedRound, 'steps'>,
  kind: StepKind,
  today: Day,
): StepOfDay | undefined {
  const step = newestStep(round.steps, kind, today);
  if (!step) return undefined;
  const tomorrow = addDays(today, 1);
  const tomorrows = stepsOfKind(round, kind).filter(({ sendsOn }) => sendsOn === tomorrow);
  return { step, decidedBy: [step, ...tomorrows].map(({ name }) => name) };
}

/** All steps of a kind, in the order of their days. */
export function stepsOfKind({ steps }: Pick<PlannedRound, 'steps'>, wanted: StepKind): Step[] {
  return steps.filter(({ kind }) => kind === wanted);
}

/** The step of the day, if nothing is decided about it yet. */
function undecidedStep(
  round: PlannedRound,
  { decided }: RecipientFacts,
  { kind, today }: { kind: StepKind; today: Day },
): Step | undefined {
  const asked = stepOfDay(round, kind, today);
  const message = kind === 'follow_up' ? 'digest' : kind;
  const isDecided = asked?.decidedBy.some((name) => decided.has(decidedKey(message, name)));
  return isDecided ? undefined : asked?.step;
}

function decideAllSet({ decided }: RecipientFacts, { name }: Step): Decision[] {
  if (!decided.has('all_set')) return [{ kind: 'all_set', step: name }];
  return [{ kind: 'digest', step: name, silentBecause: 'nothing_to_do' }];
}

/**
 * The instant from which a step's message is no longer wanted, by the calendar of the zone: before the
 * reviews it is their first moment, for a follow-up the end of the cycle. The same for what comes once
 * more because its reader asked for it.
 */
export function expiryOf(
  { reviewOn, lastDay, steps }: PlannedRound,
  { step, timeZone, repeats }: { step: string; timeZone: string; repeats: boolean },
): Date {
  const follows = steps.some(({ kind, name }) => kind === 'follow_up' && name === step);
  return instantAt(follows || repeats ? addDays(lastDay, 1) : reviewOn, 0, timeZone);
}
