import type { Transaction } from '../../database/index.js';
import { type Evidence, noteLimit, type SlackMessage } from '../../domain/evidence/evidence.js';
import { itemAfter } from '../../domain/framework/renames.js';
import { isBlank } from '../../domain/text/text.js';
import { type Day, dateFromDay, isDay } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import type { Context } from '../context.js';
import { FieldError, UserFacingError } from '../errors/index.js';
import { type Keeper, toEvidence } from './reading.js';

/** A person's edit of a piece of evidence. */
export interface EvidenceEdit {
  /** Null for "not sure yet"; undefined leaves it as it is. */
  competencyKey: string | null | undefined;
  /** At most 3,000 characters, and some that are no spaces. */
  note: string;
  happenedOn: Day;
}

/** A piece that is to be kept, under an id that is chosen before it is saved. */
export interface NewEvidence extends EvidenceEdit {
  /** A uuid: saving the same one twice creates one piece. */
  id: string;
  /** The message, with its address if Slack gave one. */
  message?: (SlackMessage & { permalink?: string | undefined }) | undefined;
}

/** Something about a piece can't be, and in which field. */
export class EvidenceError extends FieldError<keyof EvidenceEdit> {}

/**
 * Saves a piece. The same id or the same message a second time changes the existing piece. Throws
 * EvidenceError, and saves nothing, for an empty or too long note, an invalid or future day, or a
 * competency that the ladder doesn't have.
 */
export async function keepEvidence(
  context: Context,
  { workspaceId, personId }: Keeper,
  piece: NewEvidence,
): Promise<Evidence> {
  const keeper = { workspaceId, personId };
  const { id, message } = piece;
  return context.db.$transaction(async (tx) => {
    const data = await checked(context, tx, keeper, piece);
    const at = message && { slackChannelId: message.channelId, slackTs: message.ts };
    // Of two at once, the later one finds the earlier one's row here and changes it below.
    await tx.evidence.createMany({
      data: [{ id, ...keeper, ...at, ...data, createdAt: context.clock.now() }],
      skipDuplicates: true,
    });
    const row = await tx.evidence.findFirst({ where: { ...keeper, ...(at ?? { id }) } });
    if (!row) throw gone();
    const permalink = message?.permalink;
    return toEvidence(
      await tx.evidence.update({
        where: { id: row.id },
        data: { ...data, ...(permalink !== undefined && { permalink }) },
      }),
    );
  });
}

/**
 * Changes what a person says about one of their pieces. Throws EvidenceError like `keepEvidence`,
 * and UserFacingError if the piece isn't there or isn't theirs.
 */
export async function changeEvidence(
  context: Context,
  { workspaceId, personId }: Keeper,
  { id, ...edit }: EvidenceEdit & { id: string },
): Promise<void> {
  const keeper = { workspaceId, personId };
  await context.db.$transaction(async (tx) => {
    const data = await checked(context, tx, keeper, edit);
    const { count } = await tx.evidence.updateMany({ where: { id, ...keeper }, data });
    if (count === 0) throw gone();
  });
}

/** Puts a piece under another competency, or under none. Throws like `changeEvidence`. */
export async function reassignEvidence(
  context: Context,
  { workspaceId, personId }: Keeper,
  { id, competencyKey }: { id: string; competencyKey: string | null },
): Promise<void> {
  const where = { id, workspaceId, personId };
  const data = { competencyKey: currentKey(context, workspaceId, competencyKey) };
  const { count } = await context.db.evidence.updateMany({ where, data });
  if (count === 0) throw gone();
}

/** Deletes one of a person's pieces for good; one that is gone already stays gone. */
export async function deleteEvidence(
  { db }: Context,
  { workspaceId, personId }: Keeper,
  id: string,
): Promise<void> {
  await db.evidence.deleteMany({ where: { id, workspaceId, personId } });
}

async function checked(
  context: Context,
  tx: Transaction,
  { workspaceId, personId }: Keeper,
  { competencyKey, note, happenedOn }: EvidenceEdit,
) {
  if (isBlank(note)) throw new EvidenceError('note', 'Say in a few words what changed.');
  if (note.length > noteLimit) {
    throw new EvidenceError('note', `A note has room for ${noteLimit} characters. Shorten it.`);
  }
  if (!isDay(happenedOn)) throw new EvidenceError('happenedOn', 'Pick a day.');
  const person = await tx.person.findFirstOrThrow({ where: { id: personId, workspaceId } });
  if (happenedOn > localDay(context.clock.now(), person.timeZone)) {
    throw new EvidenceError('happenedOn', 'That day is still to come. Pick the day it happened.');
  }
  const key = currentKey(context, workspaceId, competencyKey);
  return {
    ...(key !== undefined && { competencyKey: key }),
    note,
    happenedOn: dateFromDay(happenedOn),
  };
}

/** Returns the key that a competency has now; a form may be older than the version in use. */
function currentKey<Key extends null | undefined>(
  { frameworks }: Context,
  workspaceId: string,
  key: string | Key,
): string | Key {
  if (typeof key !== 'string') return key;
  const { framework } = frameworks.current(workspaceId);
  const now = itemAfter(framework.competencies, key);
  if (now) return now.key;
  throw new EvidenceError(
    'competencyKey',
    'The ladder has changed and no longer has that competency. Pick another one.',
  );
}

function gone(): UserFacingError {
  return new UserFacingError(
    'This piece was deleted in the meantime, so there is nothing to change.',
  );
}
