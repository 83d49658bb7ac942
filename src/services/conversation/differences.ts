import type { CheckIn, Conversation } from '../../database/index.js';
import { type BriefRow, briefRows } from '../../domain/brief/brief.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { readPin, toAnswers } from '../questionnaire/index.js';
import { mayReadTalk } from './readable.js';
import { findRecordable, lockRecordable, type RecordRef } from './recordable.js';

/** A competency that the two rated differently. */
export interface Gap {
  row: BriefRow;
  /** They have talked about it, and still see it differently. */
  stillDiffers: boolean;
}

/**
 * Returns where the two rated a competency differently, the biggest gap first; nothing where the
 * conversation is with another manager than the one whose view it was revealed with.
 */
export async function readGaps(
  context: Context,
  checkIn: CheckIn,
  conversation: Pick<Conversation, 'id' | 'managerId'>,
): Promise<Gap[]> {
  const { db } = context;
  const [assessment, answers, marked, { framework, pages }] = await Promise.all([
    checkIn.assessmentId
      ? db.assessment.findUnique({
          where: { id: checkIn.assessmentId },
          include: { answers: true },
        })
      : null,
    db.checkInAnswer.findMany({ where: { checkInId: checkIn.id } }),
    db.conversationDifference.findMany({ where: { conversationId: conversation.id } }),
    readPin(context, checkIn),
  ]);
  const { managerId: talkedWith } = conversation;
  if (assessment?.authorId !== talkedWith) return [];
  const keys = new Set(marked.map(({ competencyKey }) => competencyKey));
  const sides = { self: toAnswers(answers), manager: toAnswers(assessment.answers) };
  return briefRows({ framework, pages, ...sides })
    .filter(({ gap }) => gap !== undefined && gap !== 0)
    .map((row) => ({ row, stillDiffers: keys.has(row.competency.key) }));
}

/**
 * Records for one of the two that they still see a competency differently, or that they don't any
 * more; a second time nothing changes. Throws UserFacingError where they may not, and for a
 * competency in which they rated alike.
 */
export async function markDifference(
  context: Context,
  ref: RecordRef,
  { competencyKey, differs }: { competencyKey: string; differs: boolean },
): Promise<void> {
  const { checkIn, conversation: found } = await findRecordable(context.db, ref);
  if (!found || !(await mayReadTalk(context, ref))) throw new UserFacingError(closed);
  const gaps = await readGaps(context, checkIn, found);
  if (!gaps.some(({ row }) => row.competency.key === competencyKey)) {
    throw new UserFacingError('You two rated that alike, so there is nothing to mark.');
  }
  await context.db.$transaction(async (tx) => {
    const { conversation, side } = await lockRecordable(tx, ref);
    if (!conversation) throw new UserFacingError(closed);
    const { id: conversationId, workspaceId } = conversation;
    const which = { conversationId, competencyKey };
    if (!differs) {
      await tx.conversationDifference.deleteMany({ where: which });
      return;
    }
    await tx.conversationDifference.createMany({
      data: [{ ...which, workspaceId, markedBy: side, markedAt: context.clock.now() }],
      skipDuplicates: true,
    });
  });
}

const closed =
  'This is not open to you now: what you two still see differently is recorded once you have talked, and after your own view of the open cycle. Nothing has changed.';
