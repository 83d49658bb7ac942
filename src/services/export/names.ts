import type { Context } from '../context.js';
import type { StoredRow, StoredRows } from './rows.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns what people call the people, reviews, check-ins and versions whose ids stand in rows. */
export async function namesOf(
  db: Context['db'],
  { workspaceId, rows }: { workspaceId: string; rows: StoredRows },
): Promise<Map<string, string>> {
  const where = { workspaceId, id: { in: [...idsIn(Object.values(rows).flat())] } };
  const [people, cycles, checkIns, versions] = await Promise.all([
    db.person.findMany({ where, select: { id: true, name: true, slackUserId: true } }),
    db.cycle.findMany({ where, select: { id: true, name: true } }),
    db.checkIn.findMany({ where, select: { id: true, cycle: { select: { name: true } } } }),
    db.frameworkVersion.findMany({ where, select: { id: true, number: true } }),
  ]);
  return new Map([
    ...people.map(({ id, name, slackUserId }) => [id, name || slackUserId] as const),
    ...cycles.map(({ id, name }) => [id, name] as const),
    ...checkIns.map(({ id, cycle }) => [id, cycle.name] as const),
    ...versions.map(({ id, number }) => [id, `version ${number}`] as const),
  ]);
}

function idsIn(rows: readonly StoredRow[]): Set<string> {
  const values = rows.flatMap((row) => Object.values(row)).flat();
  return new Set(values.filter((one): one is string => typeof one === 'string' && uuid.test(one)));
}
