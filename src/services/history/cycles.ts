import type { Prisma } from '../../database/index.js';
import type { RatedCycle } from '../../domain/history/rating-history.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { type CheckInNote, toCheckInNotes } from '../check-in/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys, UnreadableVersionError } from '../framework/index.js';
import { type AnswerRow, readPin, toAnswers } from '../questionnaire/index.js';

/** One cycle in which somebody sent a check-in. */
export interface HistoryCycle extends RatedCycle {
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

export const parts = {
  cycle: true,
  answers: true,
  notes: true,
  person: { select: { timeZone: true } },
  assessment: { include: { answers: true } },
} satisfies Prisma.CheckInInclude;

type Row = Prisma.CheckInGetPayload<{ include: typeof parts }>;

/** The reader of a cycle, and whether both sides of it are open to them. */
interface CycleReading {
  viewerId: string;
  isShared: boolean;
}

/** Undefined where its version of the ladder is damaged: the other cycles are still shown. */
export async function toReadableCycle(
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
