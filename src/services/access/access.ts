import type { Transaction } from '../../database/index.js';
import {
  type Access,
  type AccessFacts,
  accessOf,
  owesAssessment,
} from '../../domain/access/access.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import type { Context } from '../context.js';
import { findOpenCycle } from '../cycle/index.js';

/** Who wants to look, and at whom. Ids of people in the workspace. */
export interface Look {
  workspaceId: string;
  viewerId: string;
  subjectId: string;
}

/** One check-in of the subject's, with what the viewer may see of it. */
export interface ReadableCheckIn {
  checkInId: string;
  cycleId: string;
  assessmentId: string | undefined;
  sight: Access;
}

/**
 * All check-ins of a person, newest cycle first, each with what the viewer may see of it today. Empty
 * for people of different workspaces. To be asked on every use: managers change.
 */
export async function readAccess(context: Context, look: Look): Promise<ReadableCheckIn[]> {
  const { workspaceId, subjectId } = look;
  const facts = await readFacts(context, look);
  if (!facts) return [];
  const rows = await context.db.checkIn.findMany({
    where: { workspaceId, personId: subjectId },
    include: { assessment: { select: { authorId: true } } },
    orderBy: { cycle: { reviewOn: 'desc' } },
  });
  return rows.map((row) => ({
    checkInId: row.id,
    cycleId: row.cycleId,
    assessmentId: row.assessmentId ?? undefined,
    sight: accessOf({
      ...facts,
      checkIn: checkInState(row),
      revealedWith: row.assessment?.authorId,
    }),
  }));
}

type PeopleFacts = Omit<AccessFacts, 'checkIn' | 'revealedWith'>;

async function readFacts(context: Context, look: Look): Promise<PeopleFacts | undefined> {
  const { workspaceId, viewerId, subjectId } = look;
  const [cycle, people] = await Promise.all([
    findOpenCycle(context, workspaceId),
    context.db.person.findMany({ where: { workspaceId, id: { in: [viewerId, subjectId] } } }),
  ]);
  const subject = people.find(({ id }) => id === subjectId);
  if (!subject || !people.some(({ id }) => id === viewerId)) return undefined;
  const given = cycle ? await givenIn(context.db, cycle.id, look) : 'none';
  return {
    viewerId,
    subjectId,
    managerId: subject.managerId ?? undefined,
    owesAssessment: owesAssessment({ cycleOpen: cycle !== undefined, given }),
  };
}

async function givenIn(db: Pick<Transaction, 'assessment'>, cycleId: string, look: Look) {
  const { workspaceId, viewerId: authorId, subjectId } = look;
  const row = await db.assessment.findFirst({
    where: { workspaceId, cycleId, subjectId, authorId },
    select: { state: true },
  });
  return row?.state ?? 'none';
}
