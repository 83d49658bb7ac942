import type { CheckInState } from '../check-in/check-in.js';
import type { TeamTodo } from '../team/team.js';
import { addDays, type Day, isDay } from '../time/day.js';
import { instantAt, isInWindow, localDay, type WorkingTime } from '../time/working-hours.js';
import { type CycleEnd, closesAt, closingDays, closingStep, hearsOfClosing } from './closing.js';
import { hasNewCheckIns, isDigestDay } from './new-check-ins.js';
import { isNewcomerAsked } from './newcomers.js';
import { newestStep, type Step, type StepKind } from './steps.js';

// services/reminder/check-in-planning.ts, digest-planning.ts, view-planning.ts, closing-planning.ts,
// newcomer-planning.ts and summary-planning.ts
// repeat `decide` in SQL, for all people at once; tests/services/reminder/planning.test.ts compares both.

/**
 * The kinds that follow from the cycle plan, each step once. A nudge is not among them: a manager
 * asks for it.
 */
export const messageKinds = [
  'invitation',
  'reminder',
  'digest',
  'all_set',
  'views_waiting',
  'cycle_closed',
  'newcomer',
  'admin_summary',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** A cycle as the plan needs it. */
export interface CyclePlan extends WorkingTime {
  opensOn: Day;
  reviewOn: Day;
  /** The last day of the cycle, until which managers hear of open conversations. */
  lastDay: Day;
  steps: readonly Step[];
  /** On which admins get a line about it. */
  summaryDays: readonly Day[];
}

/** What the plan depends on for one person in one cycle. */
export interface RecipientFacts {
  timeZone: string;
  /** Has not left and is no app. */
  active: boolean;
  isAdmin: boolean;
  /** Has a manager and no role, and was known before the cycle opened. */
  unplaced: boolean;
  /** Has a role, too. */
  participates: boolean;
  /** The day of theirs from which they take part, where they are left out until then. */
  joinsOn?: Day | undefined;
  checkIn: 'none' | CheckInState;
  /** The person's own day on which they were invited, or began without an invitation. */
  knowsSince: Day | undefined;
  /** Undefined for a person without reports. */
  team: TeamFacts | undefined;
  /** When a message last notified them of their team in this cycle. */
  teamNotifiedAt: Date | undefined;
  /** Another message about their team has still to leave. */
  teamMessageWaits: boolean;
  /** When they last got any message, if that was in the last two days. */
  lastNotifiedAt: Date | undefined;
  /** What became of the cycle as a whole. */
  cycle: CycleEnd;
  /** The person wants no messages until then; nothing is decided before. */
  unavailableUntil: Date | undefined;
  /** What has been decided already, as keys of `decidedKey`. */
  decided: ReadonlySet<string>;
}

export interface TeamFacts extends TeamTodo {
  /** The earliest due day of an open action item of theirs or of their team. */
  firstActionItemDue: Day | undefined;
  /** When each check-in that waits for their view was sent. */
  waitingForView: readonly Date[];
}

/**
 * To send a message, or to record that this step has nothing to send, so that it isn't decided
 * again.
 */
export interface Decision {
  kind: MessageKind;
  step: string;
  /** Undefined: send. */
  silentBecause?: 'submitted' | 'nothing_to_do';
}

/**
 * Returns the key of a decided step. A manager's "all set" comes once a cycle, whatever the step.
 */
export function decidedKey(kind: MessageKind, step: string): string {
  return kind === 'all_set' ? kind : `${kind}:${step}`;
}

/** Returns whether a message is about its recipient's team. */
export function isForTeam({ kind }: { kind: string }): boolean {
  return kind === 'views_waiting' || isDigest({ kind });
}

/** Returns whether a message is the one of a digest's step. */
export function isDigest({ kind }: { kind: string }): boolean {
  return kind === 'digest' || kind === 'all_set';
}

/** Returns whether a manager has anything to do on this day of theirs. */
export function isAsked({ asks, firstActionItemDue }: TeamFacts, today: Day): boolean {
  return asks || (firstActionItemDue !== undefined && firstActionItemDue <= today);
}

/** Returns whether a person still has to submit their check-in. */
export function owesCheckIn({ participates, checkIn }: RecipientFacts): boolean {
  return participates && (checkIn === 'none' || checkIn === 'draft');
}

/**
 * Returns what to decide for a person at this instant. Empty outside their working hours and while
 * they want no messages, so that afterwards only what still concerns them is decided. A reminder
 * comes on a later day than the invitation, so that people who join late don't get both at once.
 */
export function decide(plan: CyclePlan, facts: RecipientFacts, at: Date): Decision[] {
  const today = localDay(at, facts.timeZone);
  const joins = facts.joinsOn !== undefined && facts.joinsOn <= today;
  const person = joins ? { ...facts, participates: true } : facts;
  if (today < plan.opensOn) return [];
  if (person.unavailableUntil && at < person.unavailableUntil) return [];
  if (!isInWindow(at, person.timeZone, plan)) return [];
  if (today > plan.lastDay) return decideClosing(plan, person, { today, at });
  const digests =
    today >= plan.reviewOn
      ? decideFollowUp(plan, person, today)
      : decideDigest(plan, person, today);
  const isSent = digests.some(({ silentBecause }) => silentBecause === undefined);
  const summary = decideSummary(plan, person, today);
  const aboutOthers = isSent
    ? [...digests, ...summary]
    : [...digests, ...decideViewsWaiting(plan, person, today), ...summary];
  if (today >= plan.reviewOn) return aboutOthers;
  return [
    ...decideInvitation(plan, person, today),
    ...decideNewcomer(plan, person, today),
    ...decideReminder(plan, person, today),
    ...aboutOthers,
  ];
}

/** Something new waits for a manager's view: they are notified on a working morning without a digest. */
function decideViewsWaiting(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const { team, decided } = person;
  if (!team || decided.has(decidedKey('views_waiting', today))) return [];
  if (isDigestDay(plan.steps, today)) return [];
  const news = { ...person, waitingForView: team.waitingForView };
  const isNew = hasNewCheckIns(news, today, plan);
  return isNew ? [{ kind: 'views_waiting', step: today }] : [];
}

/** Once a cycle that people took part in has closed, everybody's end is decided once. */
function decideClosing(
  { lastDay }: CyclePlan,
  person: RecipientFacts,
  { today, at }: { today: Day; at: Date },
): Decision[] {
  if (at < closesAt(lastDay) || today > addDays(lastDay, closingDays)) return [];
  if (!person.active || !person.cycle.tookPart) return [];
  if (person.decided.has(decidedKey('cycle_closed', closingStep))) return [];
  const silent = hearsOfClosing(person) ? {} : { silentBecause: 'nothing_to_do' as const };
  return [{ kind: 'cycle_closed', step: closingStep, ...silent }];
}

function decideInvitation(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'invitation', today });
  if (!step || !person.participates || person.checkIn !== 'none') return [];
  // A person who has been reminded knows of the cycle, even if the invitation was never sent.
  const reminded = stepsOfKind(plan, 'reminder').some(({ name }) =>
    person.decided.has(decidedKey('reminder', name)),
  );
  return reminded ? [] : [{ kind: 'invitation', step: step.name }];
}

/** Somebody without a role is asked for it when a cycle opens, and not when they come in the middle. */
function decideNewcomer(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const asked = stepOfDay(plan, 'invitation', today);
  if (!asked || !person.unplaced || !isNewcomerAsked(asked.step, today)) return [];
  if (asked.decidedBy.some((name) => person.decided.has(decidedKey('newcomer', name)))) return [];
  return [{ kind: 'newcomer', step: asked.step.name }];
}

function decideSummary(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  if (!person.isAdmin || !plan.summaryDays.includes(today)) return [];
  if (person.decided.has(decidedKey('admin_summary', today))) return [];
  return [{ kind: 'admin_summary', step: today }];
}

function decideReminder(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'reminder', today });
  if (!step || !person.participates || person.knowsSince === undefined) return [];
  if (person.knowsSince >= step.sendsOn) return [];
  const silent = owesCheckIn(person) ? {} : { silentBecause: 'submitted' as const };
  return [{ kind: 'reminder', step: step.name, ...silent }];
}

function decideDigest(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'digest', today });
  if (!step || person.team === undefined) return [];
  if (isAsked(person.team, today)) return [{ kind: 'digest', step: step.name }];
  return decideAllSet(person, step);
}

/**
 * After the review a digest comes while conversations are open; everything else has its own
 * reminders.
 */
function decideFollowUp(plan: CyclePlan, person: RecipientFacts, today: Day): Decision[] {
  const step = undecidedStep(plan, person, { kind: 'follow_up', today });
  if (!step || person.team === undefined) return [];
  if (person.team.conversationsOpen) return [{ kind: 'digest', step: step.name }];
  if (!isAsked(person.team, today)) return decideAllSet(person, step);
  return [{ kind: 'digest', step: step.name, silentBecause: 'nothing_to_do' }];
}

/** The step of a kind on a day, and the names of all steps that count as deciding it. */
export interface StepOfDay {
  step: Step;
  decidedBy: string[];
}

/**
 * Returns the newest step of a kind whose day has come. A person who travels west over the date
 * line has a day twice: after a step that was decided where it was tomorrow already, no older step
 * follows.
 */
export function stepOfDay(
  plan: Pick<CyclePlan, 'steps'>,
  kind: StepKind,
  today: Day,
): StepOfDay | undefined {
  const step = newestStep(plan.steps, kind, today);
  if (!step) return undefined;
  const tomorrow = addDays(today, 1);
  const tomorrows = stepsOfKind(plan, kind).filter(({ sendsOn }) => sendsOn === tomorrow);
  return { step, decidedBy: [step, ...tomorrows].map(({ name }) => name) };
}

/** Returns all steps of a kind, in the order of their days. */
export function stepsOfKind({ steps }: Pick<CyclePlan, 'steps'>, wanted: StepKind): Step[] {
  return steps.filter(({ kind }) => kind === wanted);
}

/** Returns the step of the day, if nothing is decided about it yet. */
function undecidedStep(
  plan: CyclePlan,
  { decided }: RecipientFacts,
  { kind, today }: { kind: StepKind; today: Day },
): Step | undefined {
  const asked = stepOfDay(plan, kind, today);
  const message = kind === 'follow_up' ? 'digest' : kind;
  const isDecided = asked?.decidedBy.some((name) => decided.has(decidedKey(message, name)));
  return isDecided ? undefined : asked?.step;
}

function decideAllSet({ decided }: RecipientFacts, { name }: Step): Decision[] {
  if (!decided.has('all_set')) return [{ kind: 'all_set', step: name }];
  return [{ kind: 'digest', step: name, silentBecause: 'nothing_to_do' }];
}

/**
 * Returns the instant from which a step's message is no longer wanted, by the calendar of the zone:
 * the first moment of the review date, or the end of the cycle for a follow-up, of the day for what
 * waits for a view, and of the days that notify of a closed cycle. A message that its reader
 * asked to have again may come until the end of the cycle.
 */
export function expiryOf(
  { reviewOn, lastDay, steps }: CyclePlan,
  { step, timeZone, repeats }: { step: string; timeZone: string; repeats: boolean },
): Date {
  if (step === closingStep) return instantAt(addDays(lastDay, closingDays + 1), 0, timeZone);
  if (isDay(step) && !repeats) return instantAt(addDays(step, 1), 0, timeZone);
  const follows = steps.some(({ kind, name }) => kind === 'follow_up' && name === step);
  return instantAt(follows || repeats ? addDays(lastDay, 1) : reviewOn, 0, timeZone);
}
