import type { Prisma } from '../../database/index.js';
import { refusalOf } from '../../domain/access/access.js';
import { managerOfToday } from '../../domain/access/relation.js';
import { type BriefRow, briefRows } from '../../domain/brief/brief.js';
import { strengthOf, type Topic, topicsOf } from '../../domain/brief/topics.js';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { nextSteps } from '../../domain/questionnaire/pages.js';
import { indexOf, type NextRung, nextRungs } from '../../domain/role/position.js';
import { unlessBlank } from '../../domain/text/text.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type AccessSurface, readAccess, recordAccess, withManager } from '../access/index.js';
import { formerManager, type Partner, toPartner } from '../action-item/index.js';
import { type CheckInNote, toCheckInNotes } from '../check-in/index.js';
import type { Context } from '../context.js';
import { readPin, toAnswers } from '../questionnaire/index.js';
import { type Agreements, readAgreements } from './agreements.js';

/** The page that the two read before their conversation; the same for both. */
export interface Brief extends Agreements {
  checkInId: string;
  cycle: { id: string; name: string; reviewOn: Day };
  report: Partner;
  /** The author of the assessment that it was revealed with. */
  manager: Partner;
  /** Which of the two reads it, or a manager further up. */
  reader: 'report' | 'manager' | 'above';
  /** Whether managers further up may read it too. */
  openAbove: boolean;
  /** The framework version and the role that both were asked about. */
  version: FrameworkVersion;
  role: Role;
  /** In the order in which to talk about them. */
  rows: BriefRow[];
  /** What both see as a strength; undefined where there is none. */
  strength: BriefRow | undefined;
  /** What to talk about first, at most three. */
  topics: Topic[];
  /** The report's last page; texts may be empty. */
  proudOf: string;
  next: string;
  needs: string;
  /** What the manager says about all of it; may be empty. */
  summary: string;
  /** What the report has added since both sides were in, the oldest first. */
  added: CheckInNote[];
  nextRungs: NextRung[];
  /** The review date after this one; undefined while none is planned. */
  nextReviewOn: Day | undefined;
  /** Whether the reader may record that they talked. */
  recordable: boolean;
}

/** Why somebody doesn't get a brief. */
export type BriefRefusal =
  /** There is none, or it isn't for them (any more). */
  | 'no_access'
  /** One of the two sides is still to come. */
  | 'not_revealed'
  /** A manager who still has to give their own view in the open cycle. */
  | 'assessment_first';

/** The report comes along only where the reader has still to give their view of them. */
export type BriefReading = { brief: Brief } | { refused: BriefRefusal; reportId?: string };

export interface ReadBriefInput {
  workspaceId: string;
  viewerId: string;
  checkInId: string;
  surface: AccessSurface;
}

const parts = {
  cycle: true,
  answers: true,
  notes: true,
  person: { include: withManager },
  assessment: { include: { answers: true, author: true } },
} satisfies Prisma.CheckInInclude;

type BriefRowParts = Prisma.CheckInGetPayload<{ include: typeof parts }>;

type Revealed = BriefRowParts & { assessment: NonNullable<BriefRowParts['assessment']> };

/**
 * The brief of a revealed check-in, or why not. The right to read it is worked out every time, and
 * each reading by somebody else than its subject is recorded.
 */
export async function readBrief(context: Context, input: ReadBriefInput): Promise<BriefReading> {
  const { workspaceId, viewerId, checkInId, surface } = input;
  const row = await context.db.checkIn.findFirst({
    where: { id: checkInId, workspaceId },
    include: parts,
  });
  if (!row) return { refused: 'no_access' };
  const pair = { workspaceId, actorId: viewerId, subjectId: row.personId };
  const [access] = (await readAccess(context, pair, { id: checkInId })).checkIns;
  const missing = access ? refusalOf('readBrief', access.facts) : 'not_related';
  if (missing === 'owesNothing') return { refused: 'assessment_first', reportId: row.personId };
  if (missing && missing !== 'revealed') return { refused: 'no_access' };
  if (missing || !isRevealed(row)) return { refused: 'not_revealed' };
  const isAbove = access?.facts.relation === 'above';
  const openAbove = access?.facts.openAbove === true;
  const brief = { ...(await toBrief(context, row, { viewerId, isAbove })), openAbove };
  await recordAccess(context, pair, { checkInIds: [checkInId], surface });
  return { brief };
}

function isRevealed(row: BriefRowParts): row is Revealed {
  return row.revealedAt !== null && row.assessment !== null;
}

async function toBrief(
  context: Context,
  row: Revealed,
  { viewerId, isAbove }: { viewerId: string; isAbove: boolean },
): Promise<Omit<Brief, 'openAbove'>> {
  const { person, assessment, cycle } = row;
  const [{ framework, role, pages }, version, agreements, nextReview] = await Promise.all([
    readPin(context, row),
    context.frameworks.version(row.frameworkVersionId),
    readAgreements(context, row, viewerId),
    context.db.cycle.findFirst({
      where: { workspaceId: row.workspaceId, reviewOn: { gt: cycle.reviewOn } },
      orderBy: { reviewOn: 'asc' },
    }),
  ]);
  const self = toAnswers(row.answers);
  const rows = briefRows({ framework, pages, self, manager: toAnswers(assessment.answers) });
  return {
    checkInId: row.id,
    cycle: { id: cycle.id, name: cycle.name, reviewOn: dayFromDate(cycle.reviewOn) },
    report: toPartner(person),
    manager: assessment.author ? toPartner(assessment.author) : formerManager,
    reader: isAbove ? 'above' : viewerId === person.id ? 'report' : 'manager',
    version,
    role,
    rows,
    strength: strengthOf(rows, framework.scale),
    topics: topicsOf(rows, framework.scale),
    proudOf: unlessBlank(row.proudOf),
    next: nextSteps(framework, role).find(({ key }) => key === row.next)?.label ?? '',
    needs: unlessBlank(row.needs),
    summary: unlessBlank(assessment.summary),
    added: toCheckInNotes(row.notes, person),
    nextRungs: nextRungs(indexOf(framework), role),
    nextReviewOn: nextReview ? dayFromDate(nextReview.reviewOn) : undefined,
    recordable: !isAbove && (viewerId !== person.id || managerOfToday(person) !== undefined),
    ...agreements,
  };
}
