import type { Evidence as EvidenceRow } from '../../database/index.js';
import {
  type Evidence,
  type EvidenceByCompetency,
  type EvidenceWindow,
  groupByCompetency,
  type ReviewDates,
  type SlackMessage,
  windowSinceLastReview,
} from '../../domain/evidence/evidence.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import type { Context } from '../context.js';

/** The person whose evidence it is. */
export interface Keeper {
  workspaceId: string;
  personId: string;
}

/** All that I kept since the last review that took place; with `all`, ever. */
export async function listEvidence(
  { db }: Pick<Context, 'db'>,
  keeper: Keeper,
  { today, all = false }: { today: Day; all?: boolean },
): Promise<EvidenceByCompetency> {
  if (all) return groupByCompetency(await readPieces({ db }, keeper, anyDay));
  const cycles = await db.cycle.findMany({ where: { workspaceId: keeper.workspaceId } });
  const window = windowSinceLastReview(today, cycles.map(toReviewDates));
  return groupByCompetency(await readPieces({ db }, keeper, window));
}

/** One of my pieces, by its id or by its message; undefined if it isn't there or isn't mine. */
export async function findEvidence(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Keeper,
  which: { id: string } | SlackMessage,
): Promise<Evidence | undefined> {
  const where =
    'id' in which ? { id: which.id } : { slackChannelId: which.channelId, slackTs: which.ts };
  const row = await db.evidence.findFirst({ where: { ...where, workspaceId, personId } });
  return row ? toEvidence(row) : undefined;
}

const anyDay: EvidenceWindow = { from: undefined, before: undefined };

export async function readPieces(
  { db }: Pick<Context, 'db'>,
  { workspaceId, personId }: Keeper,
  { from, before }: EvidenceWindow,
): Promise<Evidence[]> {
  const happenedOn = {
    ...(from !== undefined && { gte: dateFromDay(from) }),
    ...(before !== undefined && { lt: dateFromDay(before) }),
  };
  const rows = await db.evidence.findMany({ where: { workspaceId, personId, happenedOn } });
  return rows.map(toEvidence);
}

export function toEvidence(row: EvidenceRow): Evidence {
  const { slackChannelId: channelId, slackTs: ts } = row;
  return {
    id: row.id,
    competencyKey: row.competencyKey ?? undefined,
    note: row.note,
    happenedOn: dayFromDate(row.happenedOn),
    permalink: row.permalink ?? undefined,
    message: channelId !== null && ts !== null ? { channelId, ts } : undefined,
    createdAt: row.createdAt,
  };
}

export function toReviewDates(cycle: {
  reviewOn: Date;
  openedAt: Date | null;
  cancelledAt: Date | null;
}): ReviewDates {
  return {
    reviewOn: dayFromDate(cycle.reviewOn),
    opened: cycle.openedAt !== null && cycle.cancelledAt === null,
  };
}
