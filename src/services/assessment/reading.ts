import type { Assessment as AssessmentRow, Prisma } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import type { AssessmentState } from '../../domain/assessment/assessment.js';
import type { Summary } from '../../domain/assessment/summary.js';
import { type CheckInState, checkInState } from '../../domain/check-in/check-in.js';
import type { Framework, Role } from '../../domain/framework/framework.js';
import type { Answer } from '../../domain/questionnaire/answers.js';
import { type CheckInPage, nearestPage } from '../../domain/questionnaire/pages.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { readPin, toAnswers } from '../questionnaire/index.js';

/** The ids of an assessment; every use checks all three. */
export interface AssessmentRef {
  workspaceId: string;
  /** The manager who writes it. */
  authorId: string;
  assessmentId: string;
}

/** The subject of an assessment. */
export interface Report {
  id: string;
  slackUserId: string;
  name: string;
}

/** An assessment with all that its author sees of it: nothing that the report rated or wrote. */
export interface Assessment {
  id: string;
  workspaceId: string;
  authorId: string;
  report: Report;
  cycle: { id: string; name: string; dueOn: Day; reviewOn: Day };
  framework: Framework;
  frameworkVersionId: string;
  frameworkNumber: number;
  role: Role;
  pages: CheckInPage[];
  state: AssessmentState;
  /** Where to resume, from 0; `pages.length` is the last page. */
  page: number;
  /** The author's own, by competency key. */
  answers: ReadonlyMap<string, Answer>;
  summary: Summary;
  submittedAt: Date | undefined;
  /** The report's check-in: which it is and how far, and no more. */
  checkIn: { id: string; state: CheckInState };
}

const parts = {
  cycle: true,
  answers: true,
  subject: { include: withManager },
} satisfies Prisma.AssessmentInclude;

/**
 * The whole assessment. Throws UserFacingError if it isn't this author's, or they are not the
 * report's manager any more.
 */
export async function readAssessment(context: Context, ref: AssessmentRef): Promise<Assessment> {
  const { workspaceId, authorId, assessmentId } = ref;
  const row = await context.db.assessment.findFirst({
    where: { id: assessmentId, workspaceId, authorId },
    include: parts,
  });
  if (!row || !may('assess', { relation: relationOf(authorId, row.subject) })) {
    throw notTheManager();
  }
  const { cycleId, subjectId, subject } = row;
  const [pin, { number }, checkIn] = await Promise.all([
    readPin(context, row),
    context.frameworks.version(row.frameworkVersionId),
    context.db.checkIn.findUniqueOrThrow({
      where: { cycleId_personId: { cycleId, personId: subjectId } },
      select: { id: true, state: true, revealedAt: true },
    }),
  ]);
  return {
    ...pin,
    id: row.id,
    workspaceId,
    authorId,
    report: { id: subject.id, slackUserId: subject.slackUserId, name: subject.name },
    cycle: {
      id: cycleId,
      name: row.cycle.name,
      dueOn: dayFromDate(row.cycle.dueOn),
      reviewOn: dayFromDate(row.cycle.reviewOn),
    },
    frameworkVersionId: row.frameworkVersionId,
    frameworkNumber: number,
    state: row.state,
    page: nearestPage(row.page, pin.pages),
    answers: toAnswers(row.answers),
    summary: toSummary(row),
    submittedAt: row.submittedAt ?? undefined,
    checkIn: { id: checkIn.id, state: checkInState(checkIn) },
  };
}

export function toSummary(row: Pick<AssessmentRow, 'summary' | 'lastPageEditedAt'>): Summary {
  return { summary: row.summary, editedAt: row.lastPageEditedAt ?? undefined };
}

export function notTheManager(): UserFacingError {
  return new UserFacingError(
    'You are not the manager of this person any more, so this view is closed to you. Whoever is their manager now begins a view of their own.',
  );
}
