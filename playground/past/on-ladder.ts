import type { Expectation } from '../../src/domain/framework/expectations.js';
import type { Framework } from '../../src/domain/framework/framework.js';
import { checkInPages, nextSteps } from '../../src/domain/questionnaire/pages.js';
import { indexOf } from '../../src/domain/role/position.js';
import { keptSince, past, writtenCompetencies } from './index.js';
import type { LadderPast, PastAnswer, PastCheckIn, PastChoice, PastEvidence } from './shapes.js';
import { agreements, notes, reasonDropped, reasons, selfTexts, viewTexts } from './words.js';

/** The built-in scale, lowest first. */
const writtenScale: PastChoice[] = [
  ...(['not-yet', 'developing', 'meeting', 'exceeding', 'next-level'] as const),
];

/** The role's key of a person by their Slack id; undefined for a person without a role. */
type RoleOf = (person: string) => string | undefined;

/**
 * Returns the past on a ladder: as it is written where the ladder is the built-in one, else the same
 * story about what each role asks there, on the scale of that ladder and in words that fit anything.
 * People without a role there have no past.
 */
export function pastOn(framework: Framework, roleOf: RoleOf): LadderPast {
  if (isAsWritten(framework, roleOf)) return asWritten();
  return {
    checkIns: past.flatMap((one, nth) =>
      checkInOn(framework, { one, nth, role: roleOf(one.person) }),
    ),
    evidence: keptSince.flatMap((one, nth) =>
      evidenceOn(framework, { one, nth, role: roleOf(one.person) }),
    ),
  };
}

/** Whether the past, as it is written, is about this ladder's roles, competencies and points. */
function isAsWritten(framework: Framework, roleOf: RoleOf): boolean {
  const points = new Set(framework.scale.map(({ key }) => key));
  return (
    framework.rate === undefined &&
    writtenScale.every((key) => points.has(key)) &&
    past.every(({ person, role: key, next }) => {
      const role = indexOf(framework).role(key);
      if (!role || roleOf(person) !== key) return false;
      const asked = checkInPages(framework, role).map(({ competency }) => competency.key);
      const steps = nextSteps(framework, role).map((step) => step.key);
      return asked.join() === writtenCompetencies.join() && steps.includes(next);
    })
  );
}

function asWritten(): LadderPast {
  const answers = ({ choices, texts }: PastCheckIn['self']): PastAnswer[] =>
    writtenCompetencies.map((competency, place) => ({
      competency,
      choice: choices[place] === 'none' ? undefined : choices[place],
      text: texts?.[competency] ?? '',
    }));
  const checkIns = past.map((one) => ({
    ...one,
    self: answers(one.self),
    view: answers(one.view),
  }));
  return { checkIns, evidence: keptSince };
}

interface Written<What> {
  one: What;
  /** Its number among its kind, so that neighbours differ in their words. */
  nth: number;
  /** The key of the person's role on this ladder. */
  role: string | undefined;
}

function checkInOn(
  framework: Framework,
  { one, nth, role: roleKey }: Written<PastCheckIn>,
): LadderPast['checkIns'] {
  const role = roleKey === undefined ? undefined : indexOf(framework).role(roleKey);
  const asked = role && checkInPages(framework, role).map(({ expectation }) => expectation);
  if (!role || !asked || asked.length === 0) return [];
  const steps = nextSteps(framework, role).map(({ key }) => key);
  const elsewhere = steps.find((key) => key.startsWith('move:')) ?? 'grow';
  const pairs = asked.map((expectation, place) =>
    answersOn(framework, { expectation, place, one, nth }),
  );
  return [
    {
      ...one,
      role: role.key,
      self: pairs.map(({ self }) => self),
      view: pairs.map(({ view }) => view),
      next: steps.includes(one.next) ? one.next : elsewhere,
      actions: one.actions.map((action, number) => ({
        ...action,
        ...turn(agreements[action.owner], nth + number),
        competency: askedAt(asked, action.competency),
        ...(action.reason !== undefined && { reason: reasonDropped }),
      })),
    },
  ];
}

/** Returns both sides' answers about the competency that the role asks at this place. */
function answersOn(
  framework: Framework,
  at: { expectation: Expectation; place: number; one: PastCheckIn; nth: number },
): { self: PastAnswer; view: PastAnswer } {
  const { expectation, place, one, nth } = at;
  const { competency } = expectation;
  const choices = choicesOf(framework, expectation);
  // Texts, and reasons for none, only once through: the same again and again tells nothing.
  const first = place < writtenCompetencies.length;
  const written = writtenCompetencies[place % writtenCompetencies.length] ?? '';
  const [mine, theirs] = [one.self, one.view].map((side) => {
    const choice = side.choices[writtenCompetencies.indexOf(written)] ?? 'meeting';
    return choices(choice === 'none' && !first ? 'developing' : choice);
  });
  const textOf = (side: PastCheckIn['self'], texts: readonly string[]) =>
    first && side.texts?.[written] !== undefined ? turn(texts, nth + place) : '';
  const [selfText, viewText] = [
    mine === undefined ? reasons : selfTexts[mine.level],
    theirs === undefined ? reasons : viewTexts[compared(theirs.place, mine?.place)],
  ];
  return {
    self: { competency, choice: mine?.key, text: textOf(one.self, selfText) },
    view: { competency, choice: theirs?.key, text: textOf(one.view, viewText) },
  };
}

function compared(theirs: number, mine: number | undefined): keyof typeof viewTexts {
  if (mine === undefined || theirs > mine) return 'higher';
  return theirs === mine ? 'same' : 'lower';
}

/** A choice of a ladder: its key, its place among the choices, and how high that is. */
interface LadderChoice {
  key: string;
  place: number;
  level: keyof typeof selfTexts;
}

/**
 * Returns what finds, among the choices for a competency, the one that stands where a choice stands
 * on the built-in scale; undefined for no opportunity. The middle there is what the role asks.
 */
function choicesOf(framework: Framework, { competency, level }: Expectation) {
  const levels = framework.rate === 'levels' ? indexOf(framework).levels(competency) : [];
  const choices = levels.length > 0 ? levels : framework.scale;
  const last = choices.length - 1;
  const middle = writtenScale.indexOf('meeting');
  const asked = level && levels.length > 0 ? level.place - 1 : undefined;
  return (written: PastChoice): LadderChoice | undefined => {
    if (written === 'none') return undefined;
    const number = writtenScale.indexOf(written);
    const wanted =
      asked === undefined
        ? Math.round((number / (writtenScale.length - 1)) * last)
        : asked + number - middle;
    const place = Math.min(Math.max(wanted, 0), last);
    const key = choices[place]?.key;
    if (key === undefined) return undefined;
    return { key, place, level: number === middle ? 'middle' : number < middle ? 'low' : 'high' };
  };
}

function evidenceOn(
  framework: Framework,
  { one, nth, role }: Written<PastEvidence>,
): PastEvidence[] {
  const asked = role === undefined ? [] : indexOf(framework).expectations(role);
  if (asked.length === 0) return [];
  const { person, daysAgo } = one;
  const note = turn(notes, nth);
  if (one.competency === undefined) return [{ person, daysAgo, note }];
  return [{ person, daysAgo, note, competency: askedAt(asked, one.competency) }];
}

/** Returns the competency that the role asks in the place of a built-in one. */
function askedAt(asked: readonly Expectation[], written: string): string {
  return turn(asked, writtenCompetencies.indexOf(written)).competency;
}

/** Returns the item at this place, beginning anew after the last. Throws if there is none. */
function turn<Item>(items: readonly Item[], place: number): Item {
  const item = items[place % items.length];
  if (item === undefined) throw new Error('there is nothing to take turns with');
  return item;
}
