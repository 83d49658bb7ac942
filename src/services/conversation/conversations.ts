import { compareActionItems } from '../../domain/action-item/action-item.js';
import { heldOnProblem } from '../../domain/conversation/conversation.js';
import { checkInPages } from '../../domain/questionnaire/pages.js';
import { type Day, dateFromDay, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/working-hours.js';
import {
  type ActionItem,
  actionItemParts,
  earlierActionItems,
  type Partner,
  toActionItem,
  toPartner,
} from '../action-item/index.js';
import type { Context } from '../context.js';
import { FieldError } from '../errors/index.js';
import { readPin } from '../questionnaire/index.js';
import { announce, findWaiting } from './announcing.js';
import { findRecordable, lockRecordable, type RecordRef } from './recordable.js';

/** The record of a conversation as its manager sees it. */
export interface ConversationRecord {
  checkInId: string;
  cycleName: string;
  report: Partner;
  manager: Partner;
  /** The manager's own day. */
  today: Day;
  /** The role's competencies, for tagging an action. */
  competencies: { key: string; name: string }[];
  /** Undefined while nothing is recorded. */
  held: HeldConversation | undefined;
  /** The action items agreed on in it. */
  actionItems: ActionItem[];
  /** Those of earlier conversations that are still open. */
  stillOpen: ActionItem[];
}

export interface HeldConversation {
  id: string;
  heldOn: Day;
  confirmedAt: Date | undefined;
  /** The report's words, or empty. */
  comment: string;
  /** Something has changed that the report doesn't know yet. */
  hasUnsentChanges: boolean;
}

/**
 * The record of the conversation about a check-in, or what is needed to begin one. Throws
 * UserFacingError for anybody but the manager of today, and before the reveal.
 */
export async function readRecord(context: Context, ref: RecordRef): Promise<ConversationRecord> {
  const { db, clock } = context;
  const at = clock.now();
  const { checkIn, cycle, report, manager, conversation } = await findRecordable(db, ref);
  const { framework, role } = await readPin(context, checkIn);
  const earlier = await earlierActionItems(context, {
    ...{ workspaceId: ref.workspaceId, personId: report.id, viewerId: manager.id, at },
    reviewOn: dayFromDate(cycle.reviewOn),
  });
  const rows = conversation
    ? await db.actionItem.findMany({
        where: { conversationId: conversation.id },
        include: actionItemParts,
      })
    : [];
  return {
    checkInId: checkIn.id,
    cycleName: cycle.name,
    report: toPartner(report),
    manager: toPartner(manager),
    today: localDay(at, manager.timeZone),
    competencies: checkInPages(framework, role).map(({ competency: { key, name } }) => ({
      key,
      name,
    })),
    held: conversation
      ? {
          id: conversation.id,
          heldOn: dayFromDate(conversation.heldOn),
          confirmedAt: conversation.confirmedAt ?? undefined,
          comment: conversation.comment,
          hasUnsentChanges: (await findWaiting(context, conversation)) !== null,
        }
      : undefined,
    actionItems: rows.map((row) => toActionItem(row, at)).sort(compareActionItems),
    stillOpen: earlier.filter(({ state }) => state === 'open'),
  };
}

/**
 * Notes that the two have talked, on which day; a second time the day is corrected. Throws FieldError
 * for a day that can't be, UserFacingError as `readRecord` does.
 */
export async function recordConversation(
  context: Context,
  ref: RecordRef,
  heldOn: Day,
): Promise<void> {
  const at = context.clock.now();
  await context.db.$transaction(async (tx) => {
    const { cycle, report, manager, conversation } = await lockRecordable(tx, ref);
    const today = localDay(at, manager.timeZone);
    const problem = heldOnProblem(heldOn, { today, opensOn: dayFromDate(cycle.opensOn) });
    if (problem) throw new FieldError('heldOn', problemWords[problem]);
    if (conversation && dayFromDate(conversation.heldOn) === heldOn) return;
    const day = { heldOn: dateFromDay(heldOn) };
    const recorded = conversation
      ? await tx.conversation.update({ where: { id: conversation.id }, data: day })
      : await tx.conversation.create({
          data: {
            ...day,
            workspaceId: ref.workspaceId,
            cycleId: cycle.id,
            personId: report.id,
            managerId: manager.id,
            recordedAt: at,
          },
        });
    await announce(tx, recorded, at);
  });
}

const problemWords = {
  in_future:
    'That day is still to come. Record it once you have talked: pick today or an earlier day.',
  before_cycle:
    'That is before this cycle opened. Pick the day on which you talked about this check-in.',
};
