import { may } from '../../domain/access/access.js';
import {
  allRecent,
  type EvidenceByCompetency,
  goesAlong,
  groupByCompetency,
  type Sending,
  windowFor,
} from '../../domain/evidence/evidence.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { readAccess, recordAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys } from '../framework/index.js';
import { type Keeper, readPieces, toReviewDates } from './reading.js';

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
