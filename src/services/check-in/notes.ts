import type { CheckInNote as NoteRow } from '../../database/index.js';
import { may } from '../../domain/access/access.js';
import { unlessBlank } from '../../domain/text/text.js';
import type { Day } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { readAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { FieldError, requireText, UserFacingError } from '../errors/index.js';
import type { CheckInRef } from './reading.js';

/** What its author added to a check-in after the reveal, and on which day of theirs. */
export interface CheckInNote {
  note: string;
  addedOn: Day;
}

/** In characters. */
export const longestNote = 2000;
/** To one check-in. */
const mostNotes = 20;

/**
 * Adds a note to one's own revealed check-in, which itself stays as it is; both sides read it from then
 * on. The same id a second time changes nothing. Throws FieldError, and saves nothing, for a text that
 * is empty or too long and for too many; UserFacingError for anybody else's check-in and before the
 * reveal.
 */
export async function addCheckInNote(
  context: Context,
  { workspaceId, personId, checkInId }: CheckInRef,
  { id, text }: { id: string; text: string },
): Promise<void> {
  await requireAddable(context, { workspaceId, personId, checkInId });
  const note = unlessBlank(text);
  const missing = 'Write what you want to add, or cancel.';
  requireText('note', note, { longest: longestNote, missing });
  await context.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${checkInId}::uuid FOR UPDATE`;
    const others = await tx.checkInNote.count({ where: { checkInId, id: { not: id } } });
    if (others >= mostNotes) {
      throw new FieldError('note', `A check-in takes ${mostNotes} notes, and they are all there.`);
    }
    await tx.checkInNote.createMany({
      data: [{ id, workspaceId, checkInId, note, addedAt: context.clock.now() }],
      skipDuplicates: true,
    });
  });
}

/** Throws UserFacingError for a check-in that isn't one's own, or isn't revealed yet. */
export async function requireAddable(
  context: Context,
  { workspaceId, personId, checkInId }: CheckInRef,
): Promise<void> {
  const pair = { workspaceId, actorId: personId, subjectId: personId };
  const [access] = (await readAccess(context, pair, { id: checkInId })).checkIns;
  if (!access || !may('addToCheckIn', access.facts)) throw new UserFacingError(notRevealed);
}

const notRevealed =
  'You can add a note to your own check-in once both sides are in. Before that, change the check-in itself. Nothing is saved.';

/** Returns the notes of a check-in, the oldest first, by its author's days. */
export function toCheckInNotes(
  rows: readonly Pick<NoteRow, 'note' | 'addedAt'>[],
  { timeZone }: { timeZone: string },
): CheckInNote[] {
  return rows
    .toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
    .map(({ note, addedAt }) => ({ note, addedOn: localDay(addedAt, timeZone) }));
}
