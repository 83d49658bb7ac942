import type { CheckIn, Conversation, Cycle, Person, Transaction } from '../../database/index.js';
import { type AccessRefusal, conversationFacts, refusalOf } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { lockReportingLine, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';

/** A manager and the check-in that their conversation with its author is about. */
export interface RecordRef {
  workspaceId: string;
  managerId: string;
  checkInId: string;
}

/** What a manager may record: looked up and allowed. */
export interface Recordable {
  checkIn: CheckIn;
  cycle: Cycle;
  report: Person;
  manager: Person;
  conversation: Conversation | null;
}

/** Locks the check-in and the reporting line until the transaction ends. */
export async function lockRecordable(tx: Transaction, ref: RecordRef): Promise<Recordable> {
  await tx.$queryRaw`SELECT id FROM check_in WHERE id = ${ref.checkInId}::uuid FOR UPDATE`;
  const { checkInId, workspaceId } = ref;
  const found = await tx.checkIn.findFirst({ where: { id: checkInId, workspaceId } });
  if (found) await lockReportingLine(tx, { workspaceId, personId: found.personId });
  return findRecordable(tx, ref);
}

/**
 * Returns the check-in if this person may record its conversation: they are its author's manager of
 * today, both sides are revealed, and no earlier manager has recorded it. Throws UserFacingError if
 * not.
 */
export async function findRecordable(
  db: Pick<Context['db'], 'checkIn' | 'person' | 'conversation'> | Transaction,
  { workspaceId, managerId, checkInId }: RecordRef,
): Promise<Recordable> {
  const found = await db.checkIn.findFirst({
    where: { id: checkInId, workspaceId },
    include: { cycle: true, person: { include: withManager } },
  });
  const manager = found?.person.manager;
  if (!found || !manager) throw new UserFacingError(refusalWords.not_related);
  const { cycle, person: report, ...checkIn } = found;
  const conversation = await db.conversation.findFirst({
    where: { cycleId: cycle.id, personId: report.id },
  });
  const refusal = refusalOf('recordConversation', {
    relation: relationOf(managerId, report),
    revealed: checkIn.revealedAt !== null,
    ...conversationFacts({ actorId: managerId, recordedBy: conversation?.managerId }),
  });
  if (refusal) throw new UserFacingError(refusalWords[refusal]);
  return { checkIn, cycle, report, manager, conversation };
}

const refusalWords: Record<AccessRefusal<'recordConversation'>, string> = {
  not_related:
    'Only the manager of today can record this conversation, and that is not you any more. Nothing has changed.',
  revealed:
    "You can record your conversation once both views are in. Nothing has changed. Open your team to see what's missing.",
  notRecorded:
    'The manager before you has recorded this conversation, so it stays as it is. The open actions are yours to follow: see "All actions".',
};
