import { randomUUID } from 'node:crypto';
import { type Period, periodOf } from '../src/domain/cycle/cadence.js';
import { cycleDates } from '../src/domain/cycle/cycle.js';
import { addDays, type Day, dateFromDay, dayFromDate } from '../src/domain/time/day.js';
import type { Context } from '../src/services/context.js';
import type { LadderPast } from './past/index.js';
import { pastOn } from './past/on-ladder.js';

interface Past {
  context: Context;
  workspaceId: string;
  /** The playground's first day. */
  today: Day;
  /** A person's id by their Slack id. */
  idOf: ReadonlyMap<string, string>;
  frameworkVersionId: string;
  /** By how many cycles ago. */
  cycles: ReadonlyMap<number, PastCycle>;
}

interface PastCycle {
  id: string;
  period: Period;
}

/** Noon UTC is on the same day for everybody in the playground. */
const noonMs = 12 * 60 * 60 * 1000;

/**
 * Inserts the three quarters before the present: cycles, both sides of each check-in with the
 * reveal, conversations, action items, and evidence since. It writes rows itself, because services
 * act only in the present; a table at a time, so that the start stays fast.
 */
export async function writePast(context: Context, workspaceId: string): Promise<void> {
  const today = dayFromDate(context.clock.now());
  const people = await context.db.person.findMany({ where: { workspaceId } });
  const { id: frameworkVersionId, framework } = context.frameworks.current(workspaceId);
  const roleOf = new Map(people.map(({ slackUserId, roleKey }) => [slackUserId, roleKey]));
  const { checkIns, evidence } = pastOn(framework, (id) => roleOf.get(id) ?? undefined);
  const idOf = new Map(people.map(({ slackUserId, id }) => [slackUserId, id]));
  const cycles = await writeCycles(context, { workspaceId, today, frameworkVersionId });
  const whole = { context, workspaceId, today, idOf, frameworkVersionId, cycles };
  await writeCheckIns(whole, checkIns);
  await writeEvidence(whole, evidence);
}

async function writeCycles(
  { db }: Context,
  where: { workspaceId: string; today: Day; frameworkVersionId: string },
): Promise<Past['cycles']> {
  const { today, ...owner } = where;
  const cycles = new Map<number, PastCycle>();
  let day = today;
  for (const ago of [1, 2, 3]) {
    const period = quarterBefore(day);
    cycles.set(ago, { id: randomUUID(), period });
    day = period.firstDay;
  }
  await db.cycle.createMany({
    data: [...cycles.values()].map(({ id, period: { key, name, reviewOn } }) => {
      const dates = cycleDates(reviewOn, { opensDaysBefore: 21, dueDaysBefore: 7 });
      const opensOn = dateFromDay(dates.opensOn);
      return {
        ...{ ...owner, id, name, opensOn, period: key, openedAt: opensOn },
        dueOn: dateFromDay(dates.dueOn),
        reviewOn: dateFromDay(reviewOn),
      };
    }),
  });
  return cycles;
}

function quarterBefore(day: Day): Period {
  const current = quarterOf(day);
  return quarterOf(addDays(current.firstDay, -1));
}

function quarterOf(day: Day): Period {
  const period = periodOf('quarterly', 1, day);
  if (!period) throw new Error('a quarter is missing');
  return period;
}

async function writeCheckIns(whole: Past, checkIns: LadderPast['checkIns']): Promise<void> {
  const { db } = whole.context;
  const rows = checkIns.map((one) => rowsOf(whole, one));
  await db.assessment.createMany({ data: rows.map(({ assessment }) => assessment) });
  await db.checkIn.createMany({ data: rows.map(({ checkIn }) => checkIn) });
  await db.assessmentAnswer.createMany({ data: rows.flatMap(({ view }) => view) });
  await db.checkInAnswer.createMany({ data: rows.flatMap(({ self }) => self) });
  await db.conversation.createMany({ data: rows.map(({ conversation }) => conversation) });
  await db.actionItem.createMany({ data: rows.flatMap(({ actions }) => actions) });
  await db.accessLogEntry.createMany({ data: rows.map(({ reading }) => reading) });
}

/** Returns all rows of one person in one cycle. */
function rowsOf(whole: Past, one: LadderPast['checkIns'][number]) {
  const { workspaceId, frameworkVersionId, cycles } = whole;
  const cycle = cycles.get(one.ago);
  if (!cycle) throw new Error(`there is no cycle ${one.ago} ago`);
  const { id: cycleId, period } = cycle;
  const [personId, managerId] = [personOf(whole, one.person), personOf(whole, one.manager)];
  const [checkInId, assessmentId] = [randomUUID(), randomUUID()];
  const conversationId = randomUUID();
  const pinned = { workspaceId, cycleId, frameworkVersionId, roleKey: one.role };
  const at = (days: number) => instantOf(addDays(period.reviewOn, days));
  const last = { state: 'submitted', page: one.self.length } as const;
  const [sentAt, givenAt, talkedOn] = [at(-9), at(-4), addDays(period.reviewOn, 1)];
  return {
    checkIn: {
      ...{ ...pinned, ...last, id: checkInId, personId, assessmentId, revealedAt: givenAt },
      ...{ proudOf: one.proudOf, next: one.next, needs: one.needs },
      ...{ startedAt: at(-12), submittedAt: sentAt, lastPageEditedAt: sentAt },
    },
    self: answersOf(whole, one.self, sentAt).map((answer) => ({ ...answer, checkInId })),
    assessment: {
      ...{ ...pinned, ...last, id: assessmentId, subjectId: personId, authorId: managerId },
      ...{ summary: one.summary, lastPageEditedAt: givenAt },
      ...{ startedAt: at(-5), submittedAt: givenAt },
    },
    view: answersOf(whole, one.view, givenAt).map((answer) => ({ ...answer, assessmentId })),
    conversation: {
      ...{ id: conversationId, workspaceId, cycleId, personId, managerId },
      ...{ heldOn: dateFromDay(talkedOn), recordedAt: at(1), comment: one.comment ?? '' },
      confirmedAt: one.comment === undefined ? at(2) : null,
    },
    actions: one.actions.map(({ what, measure, competency, owner, dueIn, closed, reason = '' }) => {
      const dueOn = addDays(whole.today, dueIn);
      return {
        ...{ workspaceId, conversationId, personId, what, measure, reason },
        ownerId: owner === 'report' ? personId : managerId,
        competencyKey: competency,
        dueOn: dateFromDay(dueOn),
        ...(closed && { state: closed, closedAt: instantOf(addDays(dueOn, -1)) }),
        createdAt: at(1),
      };
    }),
    reading: {
      ...{ workspaceId, subjectId: personId, checkInId, readerId: managerId },
      ...{ surface: 'brief', readAt: at(1) },
    },
  };
}

type Answers = LadderPast['checkIns'][number]['self'];

function answersOf({ workspaceId }: Past, answers: Answers, editedAt: Date) {
  return answers.map(({ competency: competencyKey, choice, text }) => {
    const noOpportunity = choice === undefined;
    const ratingKey = choice ?? null;
    return { workspaceId, competencyKey, ratingKey, noOpportunity, text, editedAt };
  });
}

async function writeEvidence(whole: Past, evidence: LadderPast['evidence']): Promise<void> {
  const { context, workspaceId, today } = whole;
  await context.db.evidence.createMany({
    data: evidence.map(({ person, competency, note, daysAgo }) => {
      const happenedOn = addDays(today, -daysAgo);
      return {
        ...{ workspaceId, note, personId: personOf(whole, person) },
        competencyKey: competency ?? null,
        happenedOn: dateFromDay(happenedOn),
        createdAt: instantOf(happenedOn),
      };
    }),
  });
}

function personOf({ idOf }: Past, slackUserId: string): string {
  const id = idOf.get(slackUserId);
  if (id === undefined) throw new Error(`${slackUserId} has a past but is nobody`);
  return id;
}

function instantOf(day: Day): Date {
  return new Date(dateFromDay(day).getTime() + noonMs);
}
