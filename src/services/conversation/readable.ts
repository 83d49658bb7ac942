import { conversationFacts, may } from '../../domain/access/access.js';
import { managerOfToday } from '../../domain/access/relation.js';
import { readAccess } from '../access/index.js';
import type { Context } from '../context.js';
import type { RecordRef } from './recordable.js';

/**
 * Whether somebody may read what the two wrote down of a conversation and still see differently: the
 * report always; their manager of today, of what was recorded with them, while they owe no view.
 */
export async function mayReadTalk(
  context: Context,
  { workspaceId, personId: actorId, checkInId }: RecordRef,
): Promise<boolean> {
  const checkIn = await context.db.checkIn.findFirst({ where: { id: checkInId, workspaceId } });
  if (!checkIn) return false;
  const { personId: subjectId, cycleId } = checkIn;
  const pair = { workspaceId, actorId, subjectId };
  const [access, conversation] = await Promise.all([
    readAccess(context, pair, { id: checkInId }),
    context.db.conversation.findFirst({ where: { cycleId, personId: subjectId } }),
  ]);
  const [found] = access.checkIns;
  if (!found) return false;
  const facts = conversationFacts({
    actorId,
    managerId: access.subject ? managerOfToday(access.subject)?.id : undefined,
    recordedWith: conversation?.managerId,
  });
  return may('readConversation', { ...found.facts, ...facts });
}
