import { type Database, Prisma, type Transaction } from '../../database/index.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';

/** Of a row of `person`: left out of a cycle on this day, as `decide` understands it. */
export function isLeftOut(cycleId: string, today: Day): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM cycle_exclusion AS exclusion
    WHERE exclusion.cycle_id = ${cycleId}::uuid AND exclusion.person_id = person.id
      AND (exclusion.until IS NULL OR exclusion.until > ${dateFromDay(today)}::date) OFFSET 0
  )`;
}

/** Returns who of these people is left out of a cycle, and until when; undefined: until its end. */
export async function readExclusions(
  db: Database | Transaction,
  { cycleId, personIds }: { cycleId: string; personIds: string[] },
): Promise<Map<string, { until: Day | undefined }>> {
  const rows = await db.cycleExclusion.findMany({
    where: { cycleId, personId: { in: personIds } },
    select: { personId: true, until: true },
  });
  return new Map(
    rows.map(({ personId, until }) => [
      personId,
      { until: until ? dayFromDate(until) : undefined },
    ]),
  );
}
