import type { Prisma } from '../../database/index.js';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import type { RatedCycle } from '../../domain/history/rating-history.js';
import { indexOf } from '../../domain/role/position.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAccess, recordAccess } from '../access/index.js';
import { type Partner, toPartner } from '../action-item/index.js';
import { readPin } from '../check-in/index.js';
import type { Context } from '../context.js';
import { toAnswer } from '../questionnaire/index.js';

/** One cycle in which somebody sent a check-in. */
export interface HistoryCycle extends RatedCycle {
  checkInId: string;
  reviewOn: Day;
  /** The role that the ratings are against. */
  roleTitle: string;
  revealed: boolean;
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
  assessment: { include: { answers: true } },
} satisfies Prisma.CheckInInclude;

type Row = Prisma.CheckInGetPayload<{ include: typeof parts }>;

/**
 * A person's ratings cycle by cycle: their own of every check-in they sent, the manager's of those that
 * are revealed. Their manager of today gets the cycles that the two of them went through together,
 * and none while they owe their own view; each of these readings is noted.
 */
export async function readHistory(
  context: Context,
  { workspaceId, viewerId, subjectId }: ReadHistoryInput,
): Promise<HistoryReading> {
  const { db } = context;
  const subject = await db.person.findFirst({ where: { id: subjectId, workspaceId } });
  const isSelf = viewerId === subjectId;
  if (!subject || !(isSelf || subject.managerId === viewerId)) return { refused: 'no_access' };
  const look = { workspaceId, viewerId, subjectId };
  const seen = await readableCheckIns(context, look);
  if (!isSelf && seen.size === 0 && (await isHiddenForNow(context, look))) {
    return { refused: 'assessment_first' };
  }
  const rows = await db.checkIn.findMany({
    where: { workspaceId, personId: subjectId, state: 'submitted', id: { in: [...seen.keys()] } },
    include: parts,
    orderBy: { cycle: { reviewOn: 'desc' } },
    take: mostCycles,
  });
  const cycles = await Promise.all(
    rows.map((row) => toCycle(context, row, seen.get(row.id) === true)),
  );
  if (!isSelf) {
    const reading = { workspaceId, readerId: viewerId, surface: 'history' } as const;
    await recordAccess(context, { ...reading, checkInIds: rows.map(({ id }) => id) });
  }
  const version = context.frameworks.current(workspaceId);
  const role = subject.roleKey ? indexOf(version.framework).role(subject.roleKey) : undefined;
  return {
    history: {
      subject: toPartner(subject),
      reader: isSelf ? 'self' : 'manager',
      role,
      inRoleSince: subject.inRoleSince ? dayFromDate(subject.inRoleSince) : undefined,
      version,
      cycles: cycles.reverse(),
    },
  };
}

type Seen = ReadonlyMap<string, boolean>;

/** The check-ins that the viewer may see, by id, and whether the assessment as well. */
async function readableCheckIns(context: Context, look: ReadHistoryInput): Promise<Seen> {
  const seen = await readAccess(context, look);
  return new Map(
    seen
      .filter(({ sight }) => sight.checkIn)
      .map(({ checkInId, sight }) => [checkInId, sight.assessment]),
  );
}

/** Whether there is something that a manager who may see nothing would see if they owed no view. */
async function isHiddenForNow({ db }: Context, look: ReadHistoryInput): Promise<boolean> {
  const { workspaceId, viewerId: authorId, subjectId: personId } = look;
  const where = { workspaceId, personId, revealedAt: { not: null }, assessment: { authorId } };
  return (await db.checkIn.count({ where })) > 0;
}

async function toCycle(context: Context, row: Row, withAssessment: boolean): Promise<HistoryCycle> {
  const { framework, role, pages } = await readPin(context, row);
  const given = withAssessment ? row.assessment : null;
  return {
    checkInId: row.id,
    name: row.cycle.name,
    reviewOn: dayFromDate(row.cycle.reviewOn),
    roleTitle: role.title,
    revealed: row.revealedAt !== null,
    scale: framework.scale,
    competencies: pages.map(({ competency: { key, name } }) => ({ key, name })),
    self: new Map(row.answers.map((one) => [one.competencyKey, toAnswer(one)])),
    manager: given
      ? new Map(given.answers.map((one) => [one.competencyKey, toAnswer(one)]))
      : undefined,
  };
}
