import type { Prisma } from '../../database/index.js';
import type { Context } from '../context.js';
import type { AuditAction, Change } from './audit-log.js';

/** A change as it is listed. `subject`: a setting, a cycle, or the person whom it is about, by name. */
export interface AuditedChange extends Omit<Change, 'workspaceId' | 'by' | 'action'> {
  action: string;
  /** The person's name, or the operator's on their machine. */
  by: string;
}

const names = {
  actor: { select: { name: true } },
  person: { select: { name: true, slackUserId: true } },
} satisfies Prisma.AuditLogEntryInclude;

type Row = Prisma.AuditLogEntryGetPayload<{ include: typeof names }>;

const assignments: AuditAction[] = ['role', 'in_role_since', 'manager'];

/**
 * Returns the newest changes first: of all, or with `assignmentOf` of one person's role, its first day
 * and their manager. Managers are named. For admins and operators, and for the person.
 */
export async function listChanges(
  { db }: Pick<Context, 'db'>,
  {
    workspaceId,
    assignmentOf: personId,
    most,
  }: { workspaceId: string; assignmentOf?: string; most: number },
): Promise<AuditedChange[]> {
  const ofPerson = personId !== undefined && { personId, action: { in: assignments } };
  const rows = await db.auditLogEntry.findMany({
    where: { workspaceId, ...ofPerson },
    include: names,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  });
  const managers = await readNames(db, rows);
  const nameOf = (id: string) => managers.get(id) ?? id;
  return rows.map(({ actor, person, operator, action, subject, before, after, at }) => ({
    ...{ action, at },
    by: actor ? actor.name : operator,
    subject: person ? person.name || person.slackUserId : subject,
    before: action === 'manager' ? nameOf(before) : before,
    after: action === 'manager' ? nameOf(after) : after,
  }));
}

/** The names of the managers that these changes have as ids. */
async function readNames(
  db: Context['db'],
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const changes = rows.filter(({ action }) => action === 'manager');
  const ids = changes.flatMap(({ before, after }) => [before, after]).filter((id) => id !== '');
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, slackUserId: true },
  });
  return new Map(people.map(({ id, name, slackUserId }) => [id, name || slackUserId]));
}
