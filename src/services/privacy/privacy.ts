import { managerOfToday } from '../../domain/access/relation.js';
import { findManagersAbove, withManager } from '../access/index.js';
import { type Partner, toPartner } from '../action-item/index.js';
import { type AuditedChange, listChanges } from '../audit-log/index.js';
import type { Context } from '../context.js';
import { listReadings, type Own, type ReadingsPage } from './readings.js';

/** The readers of what a person writes, and what is kept about them: for the person alone. */
export interface Privacy {
  /** Of today. */
  manager: Partner | undefined;
  /** The managers above that one who may read it, the nearest first; undefined: none may. */
  managersAbove: Pick<Partner, 'slackUserId' | 'name'>[] | undefined;
  /** Everybody who is an admin now, by name; they themselves may be among them. */
  admins: Partner[];
  /** The latest readings of something of theirs. */
  readings: ReadingsPage;
  /** The last changes of their role and manager. */
  changes: AuditedChange[];
  kept: { checkIns: number; evidence: number; actionItems: number; views: number };
  /** So many months after a review its check-ins are erased. */
  keptMonths: number;
}

const mostChanges = 5;

/** Reads what `/ladder privacy` shows to a person about themselves. */
export async function readPrivacy(context: Context, own: Own): Promise<Privacy> {
  const { db } = context;
  const { workspaceId, personId } = own;
  const [person, admins, readings, changes, checkIns, evidence, actionItems, views] =
    await Promise.all([
      db.person.findFirstOrThrow({
        where: { id: personId, workspaceId },
        include: {
          ...withManager,
          workspace: { select: { keepReviewsMonths: true, aboveReadFrom: true } },
        },
      }),
      db.person.findMany({
        where: { workspaceId, isAdmin: true, leftAt: null, isBot: false },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
      listReadings(context, own),
      listChanges(context, { workspaceId, assignmentOf: personId, most: mostChanges }),
      db.checkIn.count({ where: { workspaceId, personId } }),
      db.evidence.count({ where: { workspaceId, personId } }),
      db.actionItem.count({ where: { workspaceId, personId } }),
      db.checkIn.count({ where: { workspaceId, personId, revealedAt: { not: null } } }),
    ]);
  const manager = managerOfToday(person);
  const isOpenAbove = manager && person.workspace.aboveReadFrom;
  return {
    manager: manager && toPartner(manager),
    managersAbove: isOpenAbove ? await findManagersAbove(db, own) : undefined,
    admins: admins.map(toPartner),
    readings,
    changes,
    keptMonths: person.workspace.keepReviewsMonths,
    kept: { checkIns, evidence, actionItems, views },
  };
}
