import { compareActionItems } from '../../domain/action-item/action-item.js';
import type { ConversationSide } from '../../domain/conversation/conversation.js';
import { checkInPages } from '../../domain/questionnaire/pages.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { localDay } from '../../domain/time/time-zone.js';
import { recordAccess } from '../access/index.js';
import {
  actionItemParts,
  earlierActionItems,
  formerManager,
  type ListedActionItem,
  type Partner,
  toActionItem,
  toPartner,
  withCompetencyNames,
} from '../action-item/index.js';
import type { Context } from '../context.js';
import { readCompetencyKeys } from '../framework/index.js';
import { readPin } from '../questionnaire/index.js';
import { findWaiting } from './announcing.js';
import { type Gap, readGaps } from './differences.js';
import { type ConversationNotes, toNotes } from './notes.js';
import { mayReadTalk } from './readable.js';
import { findReadable, type Recordable, type RecordRef } from './recordable.js';

/** The record of a conversation as one of the two sees it. */
export interface ConversationRecord {
  checkInId: string;
  cycleName: string;
  /** Which of the two reads it. */
  reader: ConversationSide;
  /** False where it was recorded with an earlier manager. */
  canChange: boolean;
  report: Partner;
  manager: Partner;
  /** The reader's own day. */
  today: Day;
  /** The role's competencies, for tagging an action, with the keys of today. */
  competencies: { key: string; name: string }[];
  /** Undefined while nothing is recorded. */
  held: HeldConversation | undefined;
  /** The action items agreed on in it. */
  actionItems: ListedActionItem[];
  /** Those of earlier conversations that are still open. */
  stillOpen: ListedActionItem[];
}

export interface HeldConversation {
  id: string;
  heldOn: Day;
  /** The one who changed it last; the other one confirms. */
  changedBy: ConversationSide;
  confirmedAt: Date | undefined;
  /** What each of the two has commented, or empty. */
  comments: Record<ConversationSide, string>;
  /** The reader has changed something that the other one doesn't know yet. */
  hasUnsentChanges: boolean;
  /** What the two wrote down and where they differ; undefined for a manager who owes a view. */
  talk: { notes: ConversationNotes; gaps: Gap[] } | undefined;
}

/**
 * The record of the conversation about a check-in, or what is needed to begin one; that a manager
 * reads the words in it is recorded. Throws UserFacingError for anybody but the two of them, and before
 * the reveal.
 */
export async function readRecord(context: Context, ref: RecordRef): Promise<ConversationRecord> {
  const { db, clock } = context;
  const at = clock.now();
  const found = await findReadable(db, ref);
  const { checkIn, cycle, report, manager, conversation, side: reader, canChange } = found;
  const [{ framework, role }, keys] = await Promise.all([
    readPin(context, checkIn),
    readCompetencyKeys(context, checkIn),
  ]);
  const { workspaceId } = ref;
  const version = { workspaceId, frameworkVersionId: checkIn.frameworkVersionId };
  const earlier = await earlierActionItems(context, {
    ...{ ...version, personId: report.id, viewerId: (manager ?? report).id, at },
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
    reader,
    canChange,
    report: toPartner(report),
    manager: manager ? toPartner(manager) : formerManager,
    today: localDay(at, ((reader === 'report' ? report : manager) ?? report).timeZone),
    competencies: checkInPages(framework, role).map(({ competency: { key, name } }) => ({
      key: keys.now(key),
      name,
    })),
    held: await readHeld(context, ref, found),
    actionItems: (
      await withCompetencyNames(
        context,
        version,
        rows.map((row) => toActionItem(row, at)),
      )
    ).sort(compareActionItems),
    stillOpen: earlier.filter(({ state }) => state === 'open'),
  };
}

async function readHeld(
  context: Context,
  ref: RecordRef,
  { conversation, checkIn, side }: Pick<Recordable, 'conversation' | 'checkIn' | 'side'>,
): Promise<HeldConversation | undefined> {
  if (!conversation) return undefined;
  const { id, heldOn, changedBy, confirmedAt, comment, managerComment } = conversation;
  const isOpen = await mayReadTalk(context, ref);
  const pair = {
    workspaceId: ref.workspaceId,
    actorId: ref.personId,
    subjectId: conversation.personId,
  };
  const gaps = isOpen ? await readGaps(context, checkIn, conversation) : [];
  const words = comment !== '' || (isOpen && (conversation.notes !== '' || gaps.length > 0));
  const checkInIds = words ? [checkIn.id] : [];
  await recordAccess(context, pair, { checkInIds, surface: 'conversation' });
  return {
    id,
    heldOn: dayFromDate(heldOn),
    changedBy,
    confirmedAt: confirmedAt ?? undefined,
    comments: { report: comment, manager: managerComment },
    hasUnsentChanges: (await findWaiting(context, conversation, side)) !== null,
    talk: isOpen ? { notes: toNotes(conversation), gaps } : undefined,
  };
}
