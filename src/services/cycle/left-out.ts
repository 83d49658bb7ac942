import { type Database, Prisma, type Transaction } from '../../database/index.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';

/**
 * Of a row of `person`: left out of a cycle on this day, as `decide` understands it. So is everybody whom
 * a cycle for some isn't for.
 */
export function isLeftOut(cycleId: string, today: Day): Prisma.Sql {
  return Prisma.sql`(EXISTS (
    SELECT FROM cycle_exclusion AS exclusion
    WHERE exclusion.cycle_id = ${cycleId}::uuid AND exclusion.person_id = person.id
      AND (exclusion.until IS NULL OR exclusion.until > ${dateFromDay(today)}::date) OFFSET 0
  ) OR ${isOutside(cycleId)})`;
}

/** Of a row of `person`: the cycle is for some, and they are none of them. */
export function isOutside(cycleId: string): Prisma.Sql {
  return Prisma.sql`(
    coalesce((SELECT for_some FROM cycle WHERE id = ${cycleId}::uuid), false) AND NOT EXISTS (
      SELECT FROM cycle_member
      WHERE cycle_member.cycle_id = ${cycleId}::uuid AND cycle_member.person_id = person.id OFFSET 0
    ))`;
}

/** What is known of somebody who was left out of a cycle; `until`: the day from which they are asked again. */
export interface LeftOut {
  until: Day | undefined;
}

/** Returns whether somebody who was left out is asked again. */
export function isBack({ until }: LeftOut, today: Day): boolean {
  return until !== undefined && until <= today;
}

/** Returns who of these people is left out of a cycle, and until when; undefined: until its end. */
export async function readExclusions(
  db: Database | Transaction,
  { cycleId, personIds }: { cycleId: string; personIds: string[] },
): Promise<Map<string, LeftOut>> {
  const rows = await db.cycleExclusion.findMany({
    where: { cycleId, personId: { in: personIds } },
    select: { personId: true, until: true },
  });
  const outside = await readOutside(db, { cycleId, personIds });
  return new Map([
    ...rows.map(({ personId, until }): [string, { until: Day | undefined }] => [
      personId,
      { until: until ? dayFromDate(until) : undefined },
    ]),
    ...outside.map((id): [string, { until: undefined }] => [id, { until: undefined }]),
  ]);
}

/** Somebody whom a cycle leaves out, and the day from which they are asked again. */
export interface LeftOutPerson {
  slackUserId: string;
  name: string;
  until: Day | undefined;
}

/** Returns whom an admin has left out of a cycle, by name; those who are asked again are not in it. */
export async function listLeftOut(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { id: cycleId }: { id: string },
): Promise<LeftOutPerson[]> {
  const rows = await db.cycleExclusion.findMany({
    where: {
      ...{ cycleId, person: { leftAt: null } },
      OR: [{ until: null }, { until: { gt: dateFromDay(dayFromDate(clock.now())) } }],
    },
    select: { until: true, person: { select: { slackUserId: true, name: true } } },
  });
  const people = rows.map(({ until, person }) => ({
    ...person,
    until: until ? dayFromDate(until) : undefined,
  }));
  return people.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Returns those of the people whom the cycle isn't for. */
async function readOutside(
  db: Database | Transaction,
  { cycleId, personIds }: { cycleId: string; personIds: string[] },
): Promise<string[]> {
  const cycle = await db.cycle.findUnique({ where: { id: cycleId }, select: { forSome: true } });
  if (!cycle?.forSome) return [];
  const members = await db.cycleMember.findMany({
    where: { cycleId, personId: { in: personIds } },
    select: { personId: true },
  });
  const inside = new Set(members.map(({ personId }) => personId));
  return personIds.filter((id) => !inside.has(id));
}
