import type { Prisma } from '../../database/index.js';
import { refusalOf } from '../../domain/access/access.js';
import { managerOfToday } from '../../domain/access/relation.js';
import {
  type BriefRow,
  briefRows,
  strengthOf,
  type Topic,
  topicsOf,
} from '../../domain/brief/brief.js';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { nextSteps } from '../../domain/questionnaire/pages.js';
import { indexOf, type NextRung, nextRungs } from '../../domain/role/position.js';
import { unlessBlank } from '../../domain/text/text.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type AccessSurface, readAccess, recordAccess, withManager } from '../access/index.js';
import {
  actionItemsOf,
  earlierActionItems,
  formerManager,
  type ListedActionItem,
  type Partner,
  toPartner,
} from '../action-item/index.js';
import { type CheckInNote, toCheckInNotes } from '../check-in/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys, readCompetencyNames } from '../framework/index.js';
import { readPin, toAnswers } from '../questionnaire/index.js';

/** The page that the two read before their conversation; the same for both. */
export interface Brief {
  checkInId: string;
  cycle: { id: string; name: string; reviewOn: Day };
  report: Partner;
  /** The author of the assessment that it was revealed with. */
  manager: Partner;
  /** Which of the two reads it. */
  reader: 'report' | 'manager';
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
  /** What the two agreed on before this cycle, and in it. */
  lastTime: ListedActionItem[];
  agreed: ListedActionItem[];
  /** When they talked about it; undefined while that is not recorded. */
  heldOn: Day | undefined;
  /** Whether the reader may record that they talked. */
  recordable: boolean;
  /** What the two wrote down of it; may be empty. */
  notes: string;
  /** The names of the competencies that they still see differently: in it, and the time before. */
  stillDiffer: string[];
  stillDifferedLastTime: string[];
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
  const brief = await toBrief(context, row, viewerId);
  await recordAccess(context, pair, { checkInIds: [checkInId], surface });
  return { brief };
}

function isRevealed(row: BriefRowParts): row is Revealed {
  return row.revealedAt !== null && row.assessment !== null;
}

async function toBrief(context: Context, row: Revealed, viewerId: string): Promise<Brief> {
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
    reader: viewerId === person.id ? 'report' : 'manager',
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
    recordable: viewerId !== person.id || managerOfToday(person) !== undefined,
    ...agreements,
  };
}

type Agreements = Pick<
  Brief,
  'lastTime' | 'agreed' | 'heldOn' | 'notes' | 'stillDiffer' | 'stillDifferedLastTime'
>;

/**
 * Returns the action items agreed on before this cycle's conversation, and in it; none of later
 * ones.
 */
async function readAgreements(
  context: Context,
  { workspaceId, personId, cycle, frameworkVersionId }: Revealed,
  viewerId: string,
): Promise<Agreements> {
  const version = { workspaceId, frameworkVersionId };
  const whose = { ...version, personId, viewerId, at: context.clock.now() };
  const [lastTime, actionItems, found] = await Promise.all([
    earlierActionItems(context, { ...whose, reviewOn: dayFromDate(cycle.reviewOn) }),
    actionItemsOf(context, whose),
    context.db.conversation.findMany({
      where: { workspaceId, personId },
      include: { differences: true, cycle: { select: { reviewOn: true } } },
      orderBy: { cycle: { reviewOn: 'asc' } },
    }),
  ]);
  // What a report talked about with another manager stays between those two.
  const isOwn = viewerId === personId;
  const conversations = found.filter(
    ({ managerId: talkedWith }) => isOwn || talkedWith === viewerId,
  );
  const held = conversations.find(({ cycleId }) => cycleId === cycle.id);
  const before = conversations.filter((one) => one.cycle.reviewOn < cycle.reviewOn);
  const { framework } = await context.frameworks.version(frameworkVersionId);
  const namesOf = (differences: { competencyKey: string }[] = []) => {
    const keys = new Set(differences.map(({ competencyKey }) => competencyKey));
    return framework.competencies.flatMap(({ key, name }) => (keys.has(key) ? [name] : []));
  };
  return {
    lastTime,
    agreed: actionItems.filter(({ conversationId: id }) => held !== undefined && id === held.id),
    heldOn: held && dayFromDate(held.heldOn),
    notes: held?.notes ?? '',
    stillDiffer: namesOf(held?.differences),
    stillDifferedLastTime: await stillDifferedThen(context, before.at(-1), version),
  };
}

/** What the two saw differently in an earlier conversation, by the names of this check-in's version. */
async function stillDifferedThen(
  context: Context,
  conversation: EarlierTalk | undefined,
  version: { workspaceId: string; frameworkVersionId: string },
): Promise<string[]> {
  if (!conversation || conversation.differences.length === 0) return [];
  const { workspaceId, cycleId, personId } = conversation;
  const { frameworkVersionId } = await context.db.checkIn.findUniqueOrThrow({
    where: { cycleId_personId: { cycleId, personId } },
    select: { frameworkVersionId: true },
  });
  const then = await readCompetencyKeys(context, { workspaceId, frameworkVersionId });
  const keys = new Set(conversation.differences.map(({ competencyKey: key }) => then.now(key)));
  return [...(await readCompetencyNames(context, version, keys)).values()].sort();
}

interface EarlierTalk {
  workspaceId: string;
  cycleId: string;
  personId: string;
  differences: { competencyKey: string }[];
}
