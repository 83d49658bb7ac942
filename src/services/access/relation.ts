import type { Transaction } from '../../database/index.js';
import { type Relation, relationOf } from '../../domain/access/relation.js';
import type { Context } from '../context.js';
import { lockReportingLine, type PersonWithManager, withManager } from './reporting-line.js';

/** The person who wants something, and the person whose it is. Ids of people in the workspace. */
export interface Pair {
  workspaceId: string;
  actorId: string;
  subjectId: string;
}

/** How an actor stands to a subject today; `subject` is null where the workspace has no such person. */
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

/** The same, and locks it: nobody gives the subject another manager until the transaction ends. */
export async function lockRelation(
  tx: Transaction,
  { workspaceId, actorId, subjectId }: Pair,
): Promise<FoundRelation> {
  const subject = await lockReportingLine(tx, { workspaceId, personId: subjectId });
  return { relation: subject ? relationOf(actorId, subject) : 'other', subject };
}
