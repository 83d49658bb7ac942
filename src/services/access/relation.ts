import type { Transaction } from '../../database/index.js';
import { type Relation, relationOf } from '../../domain/access/relation.js';
import type { Context } from '../context.js';
import { lockReportingLine, type PersonWithManager, withManager } from './reporting-line.js';

/** The actor, and the person whose data it is. Ids of people in the workspace. */
export interface Pair {
  workspaceId: string;
  actorId: string;
  subjectId: string;
}

/**
 * An actor's relation to a subject today; `subject` is null where the workspace has no such person.
 */
export interface FoundRelation {
  relation: Relation;
  subject: PersonWithManager | null;
}

export async function findRelation(
  db: Pick<Context['db'], 'person'> | Transaction,
  { workspaceId, actorId, subjectId }: Pair,
): Promise<FoundRelation> {
  const where = { id: subjectId, workspaceId };
  const subject = await db.person.findFirst({ where, include: withManager });
  return { relation: subject ? relationOf(actorId, subject) : 'other', subject };
}

/** Returns the same and locks it: the subject's manager can't change until the transaction ends. */
export async function lockRelation(
  tx: Transaction,
  { workspaceId, actorId, subjectId }: Pair,
): Promise<FoundRelation> {
  const subject = await lockReportingLine(tx, { workspaceId, personId: subjectId });
  return { relation: subject ? relationOf(actorId, subject) : 'other', subject };
}
