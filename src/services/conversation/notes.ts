import type { ConversationSide } from '../../domain/conversation/conversation.js';
import { unlessBlank } from '../../domain/text/text.js';
import { recordAccess } from '../access/index.js';
import type { Context } from '../context.js';
import { requireText, UserFacingError } from '../errors/index.js';
import { mayReadTalk } from './readable.js';
import { lockRecordable, type RecordRef } from './recordable.js';

/** What either of the two has written down of a conversation. */
export interface ConversationNotes {
  text: string;
  /** Counts the changes: what is saved goes along with the one that it was written against. */
  version: number;
  /** The one who changed it last; undefined while there is none. */
  by: ConversationSide | undefined;
}

/** In characters. */
export const longestNotes = 3000;

/** `conflict`: the other one has changed the notes meanwhile, so nothing was saved. */
export type NotesResult = { saved: true } | { conflict: ConversationNotes };

/**
 * Replaces the notes of a conversation, unless they have changed since `version`; then nothing is
 * saved, and what stands there now comes back, which is recorded as a reading. The same text again changes nothing. Throws FieldError
 * for a text that is too long, UserFacingError for anybody but the two and where nothing is recorded.
 */
export async function saveNotes(
  context: Context,
  ref: RecordRef,
  { text, version }: { text: string; version: number },
): Promise<NotesResult> {
  const notes = unlessBlank(text);
  requireText('notes', notes, { longest: longestNotes });
  if (!(await mayReadTalk(context, ref))) throw new UserFacingError(viewFirst);
  return context.db.$transaction(async (tx): Promise<NotesResult> => {
    const { conversation, side, report } = await lockRecordable(tx, ref);
    if (!conversation) throw new UserFacingError('Say first when you talked. Nothing is saved.');
    if (conversation.notes === notes) return { saved: true };
    if (conversation.notesVersion !== version) {
      const { workspaceId, personId: actorId, checkInId } = ref;
      const reading = { checkInIds: [checkInId], surface: 'conversation' as const };
      const log = { db: tx, clock: context.clock };
      await recordAccess(log, { workspaceId, actorId, subjectId: report.id }, reading);
      return { conflict: toNotes(conversation) };
    }
    await tx.conversation.update({
      where: { id: conversation.id },
      data: { notes, notesBy: side, notesVersion: { increment: 1 } },
    });
    return { saved: true };
  });
}

const viewFirst =
  'Your own view in the open cycle comes first: until it is in, the notes of earlier conversations stay closed to you. Nothing is saved.';

export function toNotes(row: {
  notes: string;
  notesVersion: number;
  notesBy: ConversationSide | null;
}): ConversationNotes {
  return { text: row.notes, version: row.notesVersion, by: row.notesBy ?? undefined };
}
