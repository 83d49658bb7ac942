import type { CheckIn as CheckInRow } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import {
  type AssessmentRefusal,
  transitionAssessment,
} from '../../domain/assessment/assessment.js';
import { checkInState } from '../../domain/check-in/check-in.js';
import { findRelation } from '../access/index.js';
import type { Context } from '../context.js';
import { type Cycle, findOpenCycle } from '../cycle/index.js';
import { type Assessment, type Report, readAssessment } from './reading.js';

/** The result of opening an assessment. */
export type OpenedAssessment =
  | { kind: 'page'; assessment: Assessment }
  /** Given already; `assessment.checkIn.state` says whether both are revealed. */
  | { kind: 'given'; assessment: Assessment }
  /** `report` and `cycle` are there where the asker may know of them. */
  | {
      kind: 'refused';
      because: AssessmentRefusal;
      report?: Report | undefined;
      cycle?: Cycle | undefined;
    };

export interface Pair {
  workspaceId: string;
  managerId: string;
  reportId: string;
}

/**
 * The manager's assessment of a report in the open cycle, begun now if it is the first time and the
 * report's check-in is sent. It is pinned to what the check-in is pinned to.
 */
export async function openAssessment(context: Context, pair: Pair): Promise<OpenedAssessment> {
  const { workspaceId, managerId, reportId } = pair;
  const people = { workspaceId, actorId: managerId, subjectId: reportId };
  const { relation, subject: person } = await findRelation(context.db, people);
  if (!person || !may('assess', { relation })) return { kind: 'refused', because: 'not_manager' };
  const report = { id: person.id, slackUserId: person.slackUserId, name: person.name };
  const cycle = await findOpenCycle(context, workspaceId);
  const [checkIn, begun] = await Promise.all([
    cycle && context.db.checkIn.findFirst({ where: { cycleId: cycle.id, personId: reportId } }),
    cycle && findBegun(context, cycle.id, pair),
  ]);
  const state = begun?.state ?? 'none';
  const transition = transitionAssessment(state, 'begin', {
    isManager: true,
    reportActive: person.leftAt === null,
    cycleOpen: cycle !== undefined,
    checkIn: checkIn ? checkInState(checkIn) : 'none',
    complete: false,
  });
  const row =
    begun ?? (checkIn && 'to' in transition && (await begin(context, checkIn, managerId)));
  // Their own submitted assessment stays readable.
  if (row && ('to' in transition || state === 'submitted')) {
    const ref = { workspaceId, authorId: managerId, assessmentId: row.id };
    const assessment = await readAssessment(context, ref);
    return { kind: assessment.state === 'draft' ? 'page' : 'given', assessment };
  }
  const because = 'refused' in transition ? transition.refused : 'not_sent';
  return { kind: 'refused', because, report, cycle };
}

function findBegun({ db }: Context, cycleId: string, { managerId, reportId }: Pair) {
  return db.assessment.findFirst({
    where: { cycleId, subjectId: reportId, authorId: managerId },
    select: { id: true, state: true },
  });
}

/**
 * Two first openings at once make one assessment. Undefined if the check-in was taken back at this
 * moment; its row is held, so that it doesn't begin again for another role meanwhile.
 */
async function begin(context: Context, found: CheckInRow, authorId: string) {
  const startedAt = context.clock.now();
  return context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${found.id}::uuid FOR UPDATE`;
    const checkIn = await tx.checkIn.findUniqueOrThrow({ where: { id: found.id } });
    if (checkInState(checkIn) !== 'submitted') return undefined;
    const { workspaceId, cycleId, personId: subjectId, frameworkVersionId, roleKey } = checkIn;
    const key = { cycleId, subjectId, authorId };
    const pin = { frameworkVersionId, roleKey };
    await tx.assessment.createMany({
      data: [{ ...key, ...pin, workspaceId, startedAt }],
      skipDuplicates: true,
    });
    return tx.assessment.findFirstOrThrow({ where: key, select: { id: true } });
  });
}
