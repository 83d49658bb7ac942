import type { Prisma } from '../../database/index.js';
import { may, refusalOf } from '../../domain/access/access.js';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import type { RatedCycle } from '../../domain/history/rating-history.js';
import { indexOf } from '../../domain/role/position.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAccess, recordAccess } from '../access/index.js';
import { type Partner, toPartner } from '../action-item/index.js';
import { type CheckInNote, toCheckInNotes } from '../check-in/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys, UnreadableVersionError } from '../framework/index.js';
import { type AnswerRow, readPin, toAnswers } from '../questionnaire/index.js';

/** One cycle in which somebody sent a check-in. */
interface HistoryCycle extends RatedCycle {
  checkInId: string;
  reviewOn: Day;
  /** The role that the ratings are against. */
  roleTitle: string;
  revealed: boolean;
  /** Of their conversation: what the two wrote down, and what they still saw differently. */
  talk: { heldOn: Day; notes: string; stillDiffer: string[] } | undefined;
  /** What the person has added since both sides were in, the oldest first. */
  added: CheckInNote[];
}

/** Somebody's ratings over the cycles, as far as the reader may see them. */
export interface RatingHistory {
  subject: Partner;
  reader: 'self' | 'manager';
  /** The role of today, if the ladder has it; since when, if that is known. */
  role: Role | undefined;
  inRoleSince: Day | undefined;
  version: FrameworkVersion;
  /** Oldest first, at most twelve. */
  cycles: HistoryCycle[];
}

/** Why somebody doesn't get a history. */
export type HistoryRefusal =
  /** They are neither the person nor their manager of today. */
  | 'no_access'
  /** A manager who still has to give their own view in the open cycle. */
  | 'assessment_first';

export type HistoryReading = { history: RatingHistory } | { refused: HistoryRefusal };

export interface ReadHistoryInput {
  workspaceId: string;
  viewerId: string;
  subjectId: string;
}

const mostCycles = 12;

const parts = {
  cycle: true,
  answers: true,
  notes: true,
  person: { select: { timeZone: true } },
  assessment: { include: { answers: true } },
} satisfies Prisma.CheckInInclude;

type Row = Prisma.CheckInGetPayload<{ include: typeof parts }>;

/**
 * A person's ratings cycle by cycle: their own of every check-in they sent, the manager's of those that
 * are revealed. Their manager of today gets the cycles that the two of them went through together,
 * and none while they owe an assessment; each of these readings is recorded.
 */
export async function readHistory(
  context: Context,
  { workspaceId, viewerId, subjectId }: ReadHistoryInput,
): Promise<HistoryReading> {
  const pair = { workspaceId, actorId: viewerId, subjectId };
  const { relation, subject, checkIns } = await readAccess(context, pair);
  if (!subject || !may('readHistory', { relation })) return { refused: 'no_access' };
  const readable = idsOf(checkIns.filter(({ facts }) => may('readCheckIn', facts)));
  const withAssessment = idsOf(checkIns.filter(({ facts }) => may('readBrief', facts)));
  // There is something that a manager would read if they owed no assessment.
  const hidden = checkIns.some(({ facts }) => refusalOf('readBrief', facts) === 'owesNothing');
  if (readable.length === 0 && hidden) return { refused: 'assessment_first' };
  const rows = await context.db.checkIn.findMany({
    where: { workspaceId, state: 'submitted', id: { in: readable } },
    include: parts,
    orderBy: { cycle: { reviewOn: 'desc' } },
    take: mostCycles,
  });
  const read = await Promise.all(
    rows.map((row) =>
      toReadableCycle(context, row, { viewerId, isShared: withAssessment.includes(row.id) }),
    ),
  );
  const cycles = read.filter((cycle) => cycle !== undefined);
  await recordAccess(context, pair, { checkInIds: rows.map(({ id }) => id), surface: 'history' });
  const version = context.frameworks.current(workspaceId);
  const role = subject.roleKey ? indexOf(version.framework).role(subject.roleKey) : undefined;
  return {
    history: {
      subject: toPartner(subject),
      reader: relation === 'self' ? 'self' : 'manager',
      role,
      inRoleSince: subject.inRoleSince ? dayFromDate(subject.inRoleSince) : undefined,
      version,
      cycles: cycles.reverse(),
    },
  };
}

function idsOf(checkIns: readonly { checkInId: string }[]): string[] {
  return checkIns.map(({ checkInId }) => checkInId);
}

/** The reader of a cycle, and whether both sides of it are open to them. */
interface CycleReading {
  viewerId: string;
  isShared: boolean;
}

/** Undefined where its version of the ladder is damaged: the other cycles are still shown. */
async function toReadableCycle(
  context: Context,
  row: Row,
  which: CycleReading,
): Promise<HistoryCycle | undefined> {
  try {
    return await toCycle(context, row, which);
  } catch (error) {
    if (error instanceof UnreadableVersionError) return undefined;
    throw error;
  }
}

async function toCycle(
  context: Context,
  row: Row,
  { viewerId, isShared }: CycleReading,
): Promise<HistoryCycle> {
  const { framework, role, pages } = await readPin(context, row);
  const assessment = isShared ? row.assessment : null;
  const keys = await readCompetencyKeys(context, row);
  // Where two competencies became one, the second keeps a line of its own.
  const lineOf = (key: string) => (keys.pinned(keys.now(key)) === key ? keys.now(key) : key);
  const byLine = (rows: readonly AnswerRow[]) =>
    new Map([...toAnswers(rows)].map(([key, answer]) => [lineOf(key), answer]));
  return {
    checkInId: row.id,
    name: row.cycle.name,
    reviewOn: dayFromDate(row.cycle.reviewOn),
    roleTitle: role.title,
    revealed: row.revealedAt !== null,
    scale: framework.scale,
    scales: new Map(
      pages.flatMap(({ competency, scale }) => (scale ? [[lineOf(competency.key), scale]] : [])),
    ),
    competencies: pages.map(({ competency: { key, name } }) => ({ key: lineOf(key), name })),
    self: byLine(row.answers),
    manager: assessment ? byLine(assessment.answers) : undefined,
    talk: isShared ? await readTalk(context, row, viewerId) : undefined,
    added: toCheckInNotes(row.notes, row.person),
  };
}

/** What a report talked about with another manager stays between those two. */
async function readTalk(
  { db, frameworks }: Context,
  { cycleId, personId, frameworkVersionId }: Row,
  viewerId: string,
): Promise<HistoryCycle['talk']> {
  const talk = await db.conversation.findFirst({
    where: { cycleId, personId, ...(viewerId !== personId && { managerId: viewerId }) },
    include: { differences: true },
  });
  if (!talk) return undefined;
  const keys = new Set(talk.differences.map(({ competencyKey }) => competencyKey));
  const { framework } = await frameworks.version(frameworkVersionId);
  return {
    heldOn: dayFromDate(talk.heldOn),
    notes: talk.notes,
    stillDiffer: framework.competencies.flatMap(({ key, name }) => (keys.has(key) ? [name] : [])),
  };
}
