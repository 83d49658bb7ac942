import type { Evidence as EvidenceRow } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import {
  allRecent,
  type Evidence,
  type EvidenceByCompetency,
  type EvidenceWindow,
  goesAlong,
  groupByCompetency,
  type ReviewDates,
  type Sending,
  type SlackMessage,
  windowFor,
  windowSinceLastReview,
} from '../../domain/evidence/evidence.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { readAccess, recordAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys } from '../framework/index.js';

/** The person whose evidence it is. */
export interface Keeper {
  workspaceId: string;
  personId: string;
}

/** A person's evidence for one check-in. */
export interface KeptForCheckIn {
  byCompetency: EvidenceByCompetency;
  /** The first day of the period's last third, if all of it is from there on. */
  recentSince: Day | undefined;
}

/** The person and the check-in that evidence is for. */
interface ForCheckIn extends Keeper {
  cycleId: string;
  frameworkVersionId: string;
}

/**
 * Returns a person's own evidence for a check-in: since the review before its cycle, by the keys that
 * competencies have in the version that it is pinned to.
 */
export async function keptForCheckIn(
  context: Pick<Context, 'db' | 'frameworks'>,
  { workspaceId, personId, cycleId, frameworkVersionId }: ForCheckIn,
): Promise<KeptForCheckIn> {
  const { db } = context;
  const cycles = await db.cycle.findMany({ where: { workspaceId } });
  const cycle = cycles.find(({ id }) => id === cycleId);
  if (!cycle) return { byCompetency: new Map(), recentSince: undefined };
  const reviewOn = dayFromDate(cycle.reviewOn);
  const window = windowFor(reviewOn, cycles.map(toReviewDates));
  const [found, keys] = await Promise.all([
    readPieces({ db }, { workspaceId, personId }, window),
    readCompetencyKeys(context, { workspaceId, frameworkVersionId }),
  ]);
  const pieces = found.map(({ competencyKey: key, ...piece }) => ({
    ...piece,
    competencyKey: key === undefined ? key : keys.pinned(key),
  }));
  const days = pieces.map(({ happenedOn }) => happenedOn);
  return {
    byCompetency: groupByCompetency(pieces),
    recentSince: allRecent(days, { from: window.from, reviewOn }),
  };
}

/**
 * Returns a report's evidence for a cycle, by competency: what they sent along with their check-in.
 * Empty if the viewer may not read it. That it is read is recorded, where there is some.
 */
export async function evidenceForAssessment(
  context: Context,
  which: Keeper & { viewerId: string; cycleId: string },
): Promise<EvidenceByCompetency> {
  const { workspaceId, viewerId, personId, cycleId } = which;
  const pair = { workspaceId, actorId: viewerId, subjectId: personId };
  const [access] = (await readAccess(context, pair, { cycleId })).checkIns;
  if (!access || !may('readEvidence', { ...access.facts, goesAlong: true })) return new Map();
  const { checkInId, facts } = access;
  const { sending, frameworkVersionId } = await readSending(context, checkInId);
  const { byCompetency } = await keptForCheckIn(context, {
    ...{ workspaceId, personId, cycleId, frameworkVersionId },
  });
  const pieces = [...byCompetency.values()].flat().filter((piece) => {
    return may('readEvidence', { ...facts, goesAlong: goesAlong(piece, sending) });
  });
  const checkInIds = pieces.length > 0 ? [checkInId] : [];
  await recordAccess(context, pair, { checkInIds, surface: 'evidence' });
  return groupByCompetency(pieces);
}

async function readSending(
  { db }: Pick<Context, 'db'>,
  checkInId: string,
): Promise<{ sending: Sending; frameworkVersionId: string }> {
  const row = await db.checkIn.findUniqueOrThrow({
    where: { id: checkInId },
    include: { answers: { select: { text: true } } },
  });
  const sending = {
    goingAlong: row.keptGoingAlong,
    texts: [...row.answers.map(({ text }) => text), row.proudOf, row.needs],
    sentAt: row.submittedAt ?? undefined,
  };
  return { sending, frameworkVersionId: row.frameworkVersionId };
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

async function readPieces(
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

function toReviewDates(cycle: {
  reviewOn: Date;
  openedAt: Date | null;
  cancelledAt: Date | null;
}): ReviewDates {
  return {
    reviewOn: dayFromDate(cycle.reviewOn),
    opened: cycle.openedAt !== null && cycle.cancelledAt === null,
  };
}
