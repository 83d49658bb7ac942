import { may, refusalOf } from '../../domain/access/access.js';
import type { FrameworkVersion, Role } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAccess, recordAccess } from '../access/index.js';
import { type Partner, toPartner } from '../action-item/index.js';
import type { Context } from '../context.js';
import { type HistoryCycle, parts, toReadableCycle } from './cycles.js';

/** Somebody's ratings over the cycles, as far as the reader may see them. */
export interface RatingHistory {
  subject: Partner;
  /** 'above': a manager further up, where the workspace lets these read. */
  reader: 'self' | 'manager' | 'above';
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
      reader: relation === 'other' ? 'manager' : relation,
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
