import type { CheckInState } from './check-in.js';
import type { Day } from './day.js';
import type { TeamTodo } from './digest.js';
import { invitationStep, newestStep, type Step } from './reminder-steps.js';
import { isInWindow, localDay, nextInWindow, type WorkingDays, windowOf } from './working-hours.js';

/** The messages that a cycle brings by itself. */
export type MessageKind = 'invitation' | 'reminder' | 'digest' | 'all_set';

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
  /** What has been decided already, as `settledKey` writes it. */
  settled: ReadonlySet<string>;
}

export interface TeamFacts extends TeamTodo {
  /** The earliest day of an open action that they or their team have to do. */
  firstActionDue: Day | undefined;
}

/** To send, or to note that this step asks nothing of the person, so that it doesn't come up again. */
export interface Decision {
  kind: MessageKind;
  step: string;
  /** Undefined: send. */
  silentBecause?: 'submitted' | 'nothing_to_do';
}

export interface FutureMessage {
  at: Date;
  kind: MessageKind;
  step: string;
}

/** The mark of a step that is decided. A manager's "all set" comes once a cycle, whatever the step. */
export function settledKey(kind: MessageKind, step: string): string {
  return kind === 'all_set' ? kind : `${kind}:${step}`;
}

/** Whether a manager has anything to do on this day of theirs. */
export function isAsked({ asks, firstActionDue }: TeamFacts, today: Day): boolean {
  return asks || (firstActionDue !== undefined && firstActionDue <= today);
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
  const step = newestStep(round.steps, 'invitation', today);
  if (!step || !person.participates || person.checkIn !== 'none') return [];
  if (person.settled.has(settledKey('invitation', step.name))) return [];
  return [{ kind: 'invitation', step: step.name }];
}

function decideReminder(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = newestStep(round.steps, 'reminder', today);
  if (!step || !person.participates || person.knowsSince === undefined) return [];
  if (person.knowsSince >= step.sendsOn) return [];
  if (person.settled.has(settledKey('reminder', step.name))) return [];
  const silent = owesCheckIn(person) ? {} : { silentBecause: 'submitted' as const };
  return [{ kind: 'reminder', step: step.name, ...silent }];
}

function decideDigest(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = newestStep(round.steps, 'digest', today);
  if (!step || person.team === undefined) return [];
  if (person.settled.has(settledKey('digest', step.name))) return [];
  if (isAsked(person.team, today)) return [{ kind: 'digest', step: step.name }];
  return decideAllSet(person, step);
}

/** After the review a digest comes while conversations are open; the rest has its own reminders. */
function decideFollowUp(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = newestStep(round.steps, 'follow_up', today);
  if (!step || person.team === undefined) return [];
  if (person.settled.has(settledKey('digest', step.name))) return [];
  if (person.team.conversationsOpen) return [{ kind: 'digest', step: step.name }];
  if (!isAsked(person.team, today)) return decideAllSet(person, step);
  return [{ kind: 'digest', step: step.name, silentBecause: 'nothing_to_do' }];
}

function decideAllSet({ settled }: RecipientFacts, { name }: Step): Decision[] {
  if (!settled.has('all_set')) return [{ kind: 'all_set', step: name }];
  return [{ kind: 'digest', step: name, silentBecause: 'nothing_to_do' }];
}

/** The same facts once a decision has been carried out. */
export function afterDecision(
  person: RecipientFacts,
  decision: Decision,
  at: Date,
): RecipientFacts {
  const settled = new Set(person.settled).add(settledKey(decision.kind, decision.step));
  if (decision.kind === 'all_set') settled.add(settledKey('digest', decision.step));
  const invited = decision.kind === 'invitation' && decision.step === invitationStep;
  const knowsSince = invited ? localDay(at, person.timeZone) : person.knowsSince;
  return { ...person, settled, knowsSince };
}

/** Everything that a person will be sent from an instant on, if nothing changes. Soonest first. */
export function futureMessages(
  round: PlannedRound,
  person: RecipientFacts,
  from: Date,
): FutureMessage[] {
  const messages: FutureMessage[] = [];
  let facts = person;
  for (const at of decidingInstants(round, person, from)) {
    for (const decision of decide(round, facts, at)) {
      if (!decision.silentBecause) messages.push({ at, kind: decision.kind, step: decision.step });
      facts = afterDecision(facts, decision, at);
    }
  }
  return messages;
}

/**
 * The only instants at which a decision can first come up: now, where a step's day begins, and where
 * quiet ends.
 */
function decidingInstants(
  round: PlannedRound,
  { timeZone, heldUntil }: RecipientFacts,
  from: Date,
): Date[] {
  const days = new Set([round.opensOn, ...round.steps.map((step) => step.sendsOn)]);
  const mornings = [...days].map((day) => windowOf(day, timeZone)?.from ?? from);
  const candidates = [from, ...(heldUntil ? [heldUntil] : []), ...mornings];
  const times = candidates
    .filter((at) => at >= from)
    .map((at) => nextInWindow(at, timeZone, round.workingDays)?.getTime())
    .filter((time) => time !== undefined);
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}
