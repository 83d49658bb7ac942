import type { Day } from './day.js';
import { invitationStep, newestStep, type Step } from './reminder-steps.js';
import { isInWindow, localDay, nextInWindow, type WorkingDays, windowOf } from './working-hours.js';

/** The messages that a cycle brings by itself. */
export type MessageKind = 'invitation' | 'reminder' | 'digest' | 'all_set';

/** A cycle as the plan needs it. */
export interface PlannedRound {
  opensOn: Day;
  reviewOn: Day;
  steps: readonly Step[];
  workingDays: WorkingDays;
}

/** What the plan needs to know of one person in one cycle. */
export interface RecipientFacts {
  timeZone: string;
  /** Has a role and has not left. */
  participates: boolean;
  checkIn: 'none' | 'draft' | 'submitted';
  /** Their own day on which they were invited or began by themselves. */
  knowsSince: Day | undefined;
  /** Undefined for a person without reports. */
  team: 'something_to_do' | 'nothing_to_do' | undefined;
  /** What has been decided already, as `settledKey` writes it. */
  settled: ReadonlySet<string>;
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

/**
 * What is to be decided for a person at this instant; empty outside their working hours. A reminder
 * comes on a later day than the invitation, so that who joins late isn't written to twice at once.
 */
export function decide(round: PlannedRound, person: RecipientFacts, at: Date): Decision[] {
  const today = localDay(at, person.timeZone);
  if (today < round.opensOn || today >= round.reviewOn) return [];
  if (!isInWindow(at, person.timeZone, round.workingDays)) return [];
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
  const silent = person.checkIn === 'submitted' ? { silentBecause: 'submitted' as const } : {};
  return [{ kind: 'reminder', step: step.name, ...silent }];
}

function decideDigest(round: PlannedRound, person: RecipientFacts, today: Day): Decision[] {
  const step = newestStep(round.steps, 'digest', today);
  if (!step || person.team === undefined) return [];
  if (person.settled.has(settledKey('digest', step.name))) return [];
  if (person.team === 'something_to_do') return [{ kind: 'digest', step: step.name }];
  if (!person.settled.has('all_set')) return [{ kind: 'all_set', step: step.name }];
  return [{ kind: 'digest', step: step.name, silentBecause: 'nothing_to_do' }];
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
  for (const at of decidingInstants(round, person.timeZone, from)) {
    for (const decision of decide(round, facts, at)) {
      if (!decision.silentBecause) messages.push({ at, kind: decision.kind, step: decision.step });
      facts = afterDecision(facts, decision, at);
    }
  }
  return messages;
}

/** The only instants at which a decision can first come up: now, and where a step's day begins. */
function decidingInstants(round: PlannedRound, timeZone: string, from: Date): Date[] {
  const days = new Set([round.opensOn, ...round.steps.map((step) => step.sendsOn)]);
  const candidates = [from, ...[...days].map((day) => windowOf(day, timeZone)?.from ?? from)];
  const times = candidates
    .filter((at) => at >= from)
    .map((at) => nextInWindow(at, timeZone, round.workingDays)?.getTime())
    .filter((time) => time !== undefined);
  return [...new Set(times)].sort((one, other) => one - other).map((time) => new Date(time));
}
