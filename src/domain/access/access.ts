import type { CheckInState } from '../check-in/check-in.js';
import type { Relation } from './relation.js';

/** What the rules ask besides the relation. About the check-in unless it says something else. */
export interface AccessFacts {
  begun: boolean;
  /** Sent by its author; a revealed one is sent as well. */
  sent: boolean;
  revealed: boolean;
  /** Revealed with an assessment that the actor gave. */
  shared: boolean;
  /** Not revealed with an assessment that somebody else gave. */
  notAnothers: boolean;
  /** Both sides were given since the workspace lets managers further up read. */
  openAbove: boolean;
  /** The actor owes no assessment of the subject in the open cycle. */
  owesNothing: boolean;
  /** The subject is still a member of the workspace. */
  active: boolean;
  /** The subject has a manager of today. */
  managed: boolean;
  /** No conversation is recorded, or it is with the manager of today. */
  notWithAnother: boolean;
  /** The subject sent the piece of evidence along with the check-in. */
  goesAlong: boolean;
  /** The action item was agreed on in a conversation that the actor recorded. */
  agreedWith: boolean;
}

/** Undefined: never. An empty list: always. */
type Needs = readonly (keyof AccessFacts)[] | undefined;

/** What one relation needs for a permission, in the columns of the table. */
interface NeedsByRelation {
  self: Needs;
  manager: Needs;
  /** Left out: never. */
  above?: Needs;
}

const bothSides = ['revealed', 'shared', 'owesNothing'] as const;
const fromAbove = ['revealed', 'openAbove'] as const;

/**
 * The permitted actions and their conditions. Nobody but the person and their direct manager of today
 * may do anything, so no admin and no former manager; but where the workspace lets managers further up
 * read (`above`), these read both sides together, of what was given since.
 * - A manager who owes an assessment in the open cycle reads no check-in of the report's, of any
 *   cycle: no rating of the report's may colour theirs.
 * - A manager reads evidence beside the assessment while the check-in is sent, as far as the report
 *   sent it along. What was revealed to the manager before them stays between those two.
 *
 * @internal
 */
export const permissions = {
  /** The check-in's own side: ratings and texts. */
  readCheckIn: { self: ['begun'], manager: bothSides, above: fromAbove },
  /** To add a note to what doesn't change any more; both read it with the check-in. */
  addToCheckIn: { self: ['revealed'], manager: undefined },
  /** The check-in next to the assessment that it was revealed with. */
  readBrief: { self: ['revealed'], manager: bothSides, above: fromAbove },
  readHistory: { self: [], manager: [], above: [] },
  /** What the subject kept as evidence, beside an assessment of them. */
  readEvidence: { self: undefined, manager: ['sent', 'notAnothers', 'goesAlong'] },
  /** To begin, read, change and give an assessment of one's own, in the states that it has. */
  assess: { self: undefined, manager: [] },
  /** To keep notes for one's next assessment and to read one's own; nobody reads another's. */
  keepManagerNote: { self: undefined, manager: [] },
  nudge: { self: undefined, manager: ['active'] },
  /** To set the subject's role, unless admins alone set roles; one's own is no matter of this table. */
  setRole: { self: undefined, manager: ['active'] },
  /** To record that the two talked, and to change the record. */
  recordConversation: {
    self: ['revealed', 'managed', 'notWithAnother'],
    manager: ['revealed', 'notWithAnother'],
  },
  /** To read what the two wrote down of it, and what they still see differently. */
  readConversation: { self: [], manager: ['revealed', 'notWithAnother', 'owesNothing'] },
  /** To confirm the record and comment on it. */
  answerConversation: { self: [], manager: ['notWithAnother'] },
  /** To see open action items, mark them as done, reschedule and drop them. */
  followActionItems: { self: [], manager: [] },
  readClosedActionItem: { self: [], manager: ['agreedWith'] },
} as const satisfies Record<string, NeedsByRelation>;

export type Permission = keyof typeof permissions;

type ListedIn<Row> = Row[keyof Row] extends infer List
  ? List extends readonly (infer Need)[]
    ? Need
    : never
  : never;
/** What a permission asks of anybody; of several permissions, what each of them asks. */
type NeedOf<P extends Permission> = Extract<
  P extends Permission ? ListedIn<(typeof permissions)[P]> : never,
  keyof AccessFacts
>;

/** Why something is not allowed: what is missing. */
export type AccessRefusal<P extends Permission> = 'not_related' | NeedOf<P>;

/** The relation, and those facts that the permission needs. */
export type FactsFor<P extends Permission> = { relation: Relation } & Pick<AccessFacts, NeedOf<P>>;

/** The first reason why something is not allowed; undefined where it is. */
export function refusalOf<P extends Permission>(
  permission: P,
  facts: FactsFor<P>,
): AccessRefusal<P> | undefined {
  const { relation, ...known }: { relation: Relation } & Partial<AccessFacts> = facts;
  const row: NeedsByRelation = permissions[permission];
  const needs = relation === 'other' ? undefined : row[relation];
  if (!needs) return 'not_related';
  return needs.find((need) => known[need] !== true) as NeedOf<P> | undefined;
}

export function may<P extends Permission>(permission: P, facts: FactsFor<P>): boolean {
  return refusalOf(permission, facts) === undefined;
}

/**
 * The facts about a check-in. `revealedWith`: who gave the assessment that it was revealed with; null
 * where they were erased. `sidesSubmittedAt`: when each of the two sides was given; `aboveReadFrom`: since when
 * managers further up may read, undefined where they may not.
 */
export function checkInFacts(known: {
  actorId: string;
  checkIn: 'none' | CheckInState;
  revealedWith: string | null | undefined;
  sidesSubmittedAt: readonly (Date | null | undefined)[];
  aboveReadFrom: Date | undefined;
}): Pick<AccessFacts, 'begun' | 'sent' | 'revealed' | 'shared' | 'notAnothers' | 'openAbove'> {
  const { actorId, checkIn, revealedWith, sidesSubmittedAt, aboveReadFrom: from } = known;
  const revealed = checkIn === 'revealed';
  const shared = revealed && revealedWith === actorId;
  return {
    begun: checkIn !== 'none',
    sent: revealed || checkIn === 'submitted',
    revealed,
    shared,
    notAnothers: shared || !revealed,
    openAbove: from !== undefined && sidesSubmittedAt.every((at) => at != null && at >= from),
  };
}

/**
 * The facts about a conversation. `managerId`: the subject's manager of today; `recordedWith`: the
 * manager with whom it is recorded, null where they were erased; undefined: it is not.
 */
export function conversationFacts(known: {
  actorId: string;
  managerId: string | undefined;
  recordedWith: string | null | undefined;
}): Pick<AccessFacts, 'managed' | 'notWithAnother' | 'agreedWith'> {
  const { actorId, managerId, recordedWith } = known;
  return {
    managed: managerId !== undefined,
    notWithAnother: recordedWith === undefined || recordedWith === managerId,
    agreedWith: recordedWith === actorId,
  };
}

/**
 * Whether a manager owes an assessment: a cycle is open, and they have not given theirs in it.
 * `assessment`: the state of theirs there, 'none' where they have not begun.
 */
export function owesAssessment(facts: {
  cycleOpen: boolean;
  assessment: 'none' | 'draft' | 'submitted';
}): boolean {
  return facts.cycleOpen && facts.assessment !== 'submitted';
}
