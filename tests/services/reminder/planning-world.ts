import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { dateFromDay, dayFromDate } from '../../../src/domain/time/day.js';
import type { ReminderWorld } from './world.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const opensOn = Date.UTC(2027, 2, 3);
/** An instant so many days after the cycle opened, which is three weeks before its review. */
const after = (days: number) => new Date(opensOn + days * dayMs);

/** In three of four cases it isn't so. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  const never = fc.constant(null);
  return fc.oneof(never, never, never, arbitrary);
}

/** Days after the cycle opened: any instant, or one around the day of a reminder. */
const instant = fc.oneof(
  fc.double({ min: 0, max: 25, noNaN: true }),
  fc
    .record({ day: fc.constantFrom(7, 12, 14), hours: fc.integer({ min: -14, max: 16 }) })
    .map(({ day, hours }) => day + hours / 24),
);

const delivery = fc.record({
  message: fc.constantFrom(
    ...['invitation opens', 'reminder day-14', 'reminder day-9', 'reminder day-7'],
    ...['digest day-14', 'digest day-7', 'digest week-1', 'all_set day-14', 'all_set week-1'],
    ...['views_waiting 2027-03-11', 'views_waiting 2027-03-16', 'cycle_closed closed'],
    ...['newcomer opens', 'admin_summary 2027-03-10', 'admin_summary 2027-03-17'],
  ),
  state: fc.constantFrom('due' as const, 'sent' as const, 'failed' as const, 'obsolete' as const),
  reason: fc.constantFrom(null, 'left', 'no_role', 'changed', 'submitted', 'nothing_to_do'),
  sentAt: fc.option(instant),
  /** So many hours before the instant, if not then. */
  sentBefore: seldom(fc.constantFrom(0, 1, 5, 9, 20, 47)),
});

const person = fc.record({
  timeZone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'),
  hasRole: fc.boolean(),
  manager: fc.option(fc.nat(24)),
  kind: fc.constantFrom('active', 'active', 'active', 'left', 'bot'),
  /** Hours and days from the instant. */
  snoozedFor: seldom(fc.constantFrom(-30, -1, 0, 1, 30)),
  awayFor: seldom(fc.constantFrom(-1, 0, 1)),
  /** How many hours before the instant they were added, where Slack hasn't told their zone. */
  unknownFor: seldom(fc.constantFrom(0, 23, 24, 25, 48)),
  checkIn: fc.constantFrom('none', 'none', 'opened', 'draft', 'submitted', 'revealed'),
  /** Of a draft: what is answered in it. */
  answered: fc.constantFrom('rating', 'no opportunity', 'text', 'last page'),
  startedAt: instant,
  talked: fc.boolean(),
  isAdmin: fc.boolean(),
  /** The cycle is for them, where it is for some. */
  isMember: fc.boolean(),
  /** Before the cycle opened. */
  knownBefore: fc.boolean(),
  /** Left out of the cycle, for good or until so many days after it opened. */
  leftOut: seldom(fc.constantFrom('for good' as const, 1, 8, 14, 20)),
  /** How many hours before the instant a check-in was sent. */
  submittedFor: fc.constantFrom(0, 0.5, 2, 8, 20, 40, 200),
  deliveries: fc.uniqueArray(delivery, {
    maxLength: 3,
    selector: ({ message }) => (message.startsWith('all_set') ? 'all_set' : message),
  }),
  actions: fc.array(
    fc.record({ dueIn: fc.integer({ min: -12, max: 2 }), own: fc.boolean(), asked: fc.boolean() }),
    { maxLength: 2 },
  ),
});

/** A few people in the middle of a cycle, whatever has happened to them, and an instant. */
export const plannedWorld = fc.record({
  people: fc.array(person, { minLength: 20, maxLength: 25 }),
  forSome: seldom(fc.constant(true as const)),
  /** Of one country. */
  countryHours: seldom(
    fc.constantFrom('Asia/Kathmandu 7-20', 'America/New_York 9-12 3', 'UTC 12-15 1,2,3,4,5,6,7'),
  ),
  workingDays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7], [3, 4]),
  hours: fc.constantFrom({ from: 9, to: 17 }, { from: 7, to: 12 }, { from: 10, to: 22 }),
  /** Days after the cycle opened on which nobody works. */
  daysOff: fc.uniqueArray(fc.constantFrom(0, 1, 7, 8, 12, 14, 20, 28, 43, 44), { maxLength: 4 }),
  // Days of steps and days between them; hours at which some are at work, or all, or nobody.
  at: fc
    .record({
      day: fc.constantFrom(
        ...[0, 1, 7, 8, 9, 12, 13, 14, 20, 21, 28, 30, 35, 42],
        ...[43, 44, 47, 50, 56, 57],
      ),
      hour: fc.constantFrom(3, 9, 10, 11, 14, 15, 16, 21),
    })
    .map(({ day, hour }) => new Date(after(day).getTime() + hour * hourMs)),
});

export type PlannedWorld = typeof plannedWorld extends fc.Arbitrary<infer T> ? T : never;

/** The same world once more, in a workspace of its own. */
export async function addPlannedWorld(world: ReminderWorld, planned: PlannedWorld) {
  const { db } = world.context;
  const { workspaceId } = await world.team();
  const { from: workingFrom, to: workingTo } = planned.hours;
  const daysOff = planned.daysOff.map((days) => dayFromDate(after(days)));
  const countryHours = planned.countryHours === null ? [] : [planned.countryHours];
  const workingDays = [...planned.workingDays];
  const working = { workingDays, workingFrom, workingTo, daysOff, countryHours };
  await db.workspace.update({ where: { id: workspaceId }, data: working });
  const frameworkVersionId = world.context.frameworks.current(workspaceId).id;
  const { id: cycleId } = await db.cycle.create({
    data: {
      workspaceId,
      frameworkVersionId,
      name: 'Q1 2027',
      opensOn: after(0),
      dueOn: after(14),
      reviewOn: after(21),
      openedAt: after(-1),
      forSome: planned.forSome ?? false,
    },
  });
  const ids = planned.people.map(() => randomUUID());
  const rows = planned.people.map((one, number) => {
    const manager = ids[one.manager ?? -1];
    const placed = { workspaceId, cycleId, personId: ids[number] ?? '' };
    return rowsOf(one, {
      ...{ at: planned.at, number, placed, frameworkVersionId },
      managerId: manager === placed.personId ? undefined : manager,
    });
  });
  await db.person.createMany({ data: rows.map(({ person }) => person) });
  const members = rows.filter((_, number) => planned.people[number]?.isMember);
  await db.cycleMember.createMany({
    data: members.map(({ person: { id: personId } }) => ({
      ...{ workspaceId, cycleId, personId, createdAt: after(-1) },
    })),
  });
  await db.cycleExclusion.createMany({ data: rows.flatMap(({ exclusions }) => exclusions) });
  await db.assessment.createMany({ data: rows.flatMap(({ assessments }) => assessments) });
  await db.checkIn.createMany({ data: rows.flatMap(({ checkIns }) => checkIns) });
  await db.checkInAnswer.createMany({ data: rows.flatMap(({ answers }) => answers) });
  await db.conversation.createMany({ data: rows.flatMap(({ conversations }) => conversations) });
  await db.actionItem.createMany({ data: rows.flatMap(({ actions }) => actions) });
  await db.delivery.createMany({ data: rows.flatMap(({ deliveries }) => deliveries) });
  return {
    workspaceId,
    /** All that is recorded, in words in which nothing is of this very world. */
    async recorded() {
      const rows = await db.delivery.findMany({
        where: { workspaceId },
        include: { recipient: { select: { name: true } } },
      });
      return rows
        .map(({ recipient, kind, step, state, reason, dueAt, expiresAt }) =>
          JSON.stringify([recipient.name, kind, step, state, reason, dueAt, expiresAt]),
        )
        .sort();
    },
  };
}

interface Placed {
  at: Date;
  number: number;
  placed: { workspaceId: string; cycleId: string; personId: string };
  managerId: string | undefined;
  frameworkVersionId: string;
}

function later(at: Date, count: number | null, unitMs: number): Date | null {
  return count === null ? null : new Date(at.getTime() + count * unitMs);
}

/** The rows of one person; ids that depend on each other are chosen here. */
function rowsOf(
  one: PlannedWorld['people'][number],
  { at, number, placed, managerId, frameworkVersionId }: Placed,
) {
  const { workspaceId, cycleId, personId } = placed;
  const startedAt = after(one.startedAt);
  const awayThrough = later(at, one.awayFor, dayMs);
  const pinned = { frameworkVersionId, roleKey: 'manager', startedAt };
  const assessmentId = one.checkIn === 'revealed' && managerId ? randomUUID() : undefined;
  const checkInId = randomUUID();
  const drafted = one.checkIn === 'opened' || one.checkIn === 'draft';
  const conversationId = managerId && randomUUID();
  const dueOn = ({ dueIn }: { dueIn: number }) =>
    dayFromDate(new Date(at.getTime() + dueIn * dayMs));
  const askedOn = new Set(one.actions.filter(({ asked }) => asked).map(dueOn));
  const told = [...askedOn].map((step) => ({ kind: 'action_due', step, state: 'sent' as const }));
  return {
    person: {
      id: personId,
      workspaceId,
      slackUserId: `U${number}`,
      name: `Person ${number}`,
      timeZone: one.timeZone,
      roleKey: one.hasRole ? 'manager' : null,
      managerId: managerId ?? null,
      leftAt: one.kind === 'left' ? after(1) : null,
      isBot: one.kind === 'bot',
      isAdmin: one.isAdmin,
      snoozedUntil: later(at, one.snoozedFor, hourMs),
      profileReadAt: one.unknownFor === null ? after(-1) : null,
      createdAt:
        one.unknownFor === null && one.knownBefore
          ? after(-2)
          : new Date(at.getTime() - (one.unknownFor ?? 0) * hourMs),
      awayThrough: awayThrough && dateFromDay(dayFromDate(awayThrough)),
    },
    exclusions:
      one.leftOut === null
        ? []
        : [
            {
              ...{ ...placed, createdAt: after(-1) },
              until: one.leftOut === 'for good' ? null : after(one.leftOut),
            },
          ],
    assessments:
      assessmentId && managerId
        ? [
            {
              ...{ ...pinned, id: assessmentId, workspaceId, cycleId, subjectId: personId },
              ...{ authorId: managerId, state: 'submitted' as const },
            },
          ]
        : [],
    checkIns:
      one.checkIn === 'none'
        ? []
        : [
            {
              ...{ ...pinned, ...placed, id: checkInId },
              state: drafted ? ('draft' as const) : ('submitted' as const),
              submittedAt: drafted ? null : later(at, -one.submittedFor, hourMs),
              ...(one.checkIn === 'draft' &&
                one.answered === 'last page' && { needs: 'More time with the finance team' }),
              ...(assessmentId && { assessmentId, revealedAt: startedAt }),
            },
          ],
    // A page that was left as it was has an answer with nothing in it.
    answers: drafted
      ? [
          {
            ...{ workspaceId, checkInId, competencyKey: 'execution', editedAt: startedAt },
            ...(one.checkIn === 'draft' && {
              ratingKey: one.answered === 'rating' ? 'meeting' : null,
              noOpportunity: one.answered === 'no opportunity',
              text: one.answered === 'text' ? 'Led the move of the ledger' : '',
            }),
          },
        ]
      : [],
    conversations:
      managerId && conversationId && (one.talked || one.actions.length > 0)
        ? [{ ...placed, id: conversationId, managerId, heldOn: after(1), recordedAt: after(1) }]
        : [],
    actions: one.actions.flatMap((action) =>
      managerId && conversationId
        ? [
            {
              ...{ workspaceId, conversationId, personId, createdAt: after(1) },
              ownerId: action.own ? personId : managerId,
              what: 'Write down how the hand-over works',
              dueOn: dateFromDay(dueOn(action)),
            },
          ]
        : [],
    ),
    deliveries: [
      ...told.map((row) => ({ ...row, sentAt: after(1), reason: null })),
      ...one.deliveries.map(({ message, state, reason, sentAt, sentBefore }) => {
        const [kind = '', step = ''] = message.split(' ');
        return {
          ...{ kind, step, state, reason: state === 'obsolete' ? reason : null },
          sentAt:
            sentBefore === null
              ? sentAt === null
                ? null
                : after(sentAt)
              : later(at, -sentBefore, hourMs),
        };
      }),
    ].map((row) => ({
      ...{ ...row, workspaceId, cycleId, recipientId: personId, dueAt: after(0) },
      key: [row.kind, cycleId, personId, row.kind === 'all_set' ? 'once' : row.step].join(':'),
    })),
  };
}
