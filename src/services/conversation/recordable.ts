import type { CheckIn, Conversation, Cycle, Person, Transaction } from '../../database/index.js';
import { type AccessRefusal, conversationFacts, refusalOf } from '../../domain/access/access.js';
import { managerOfToday, type Relation, relationOf } from '../../domain/access/relation.js';
import type { ConversationSide } from '../../domain/conversation/conversation.js';
import { lockReportingLine, type PersonWithManager, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';

/** One of the two, and the check-in that their conversation is about. */
export interface RecordRef {
  workspaceId: string;
  /** The actor: the check-in's author, or their manager of today. */
  personId: string;
  checkInId: string;
}

/** What one of the two may record: looked up and allowed. */
export interface Recordable {
  checkIn: CheckIn;
  cycle: Cycle;
  report: PersonWithManager;
  /** The manager who talked with them; while nothing is recorded, the manager of today. */
  manager: Person;
  conversation: Conversation | null;
  /** Which of the two the actor is. */
  side: ConversationSide;
}

type Db = Pick<Context['db'], 'checkIn' | 'person' | 'conversation'> | Transaction;

interface Found extends Omit<Recordable, 'manager'> {
  relation: Relation;
  refusal: AccessRefusal<'recordConversation'> | undefined;
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
 * Returns the check-in if this person may record its conversation: they are its author or its author's
 * manager of today, both sides are revealed, and it is not recorded with an earlier manager. Throws
 * UserFacingError if not.
 */
export async function findRecordable(db: Db, ref: RecordRef): Promise<Recordable> {
  const found = await find(db, ref);
  if (found.refusal) throw new UserFacingError(refusalText(found, found.refusal));
  const manager = await findPartner(db, found);
  if (!manager) throw new UserFacingError(refusalWords.managed);
  return { ...found, manager };
}

/** What one of the two may read; `manager` is undefined where that one was erased. */
type Readable = Omit<Recordable, 'manager'> & {
  manager: Person | undefined;
  canChange: boolean;
};

/**
 * Returns the same for reading: the author keeps what was recorded with an earlier manager, and
 * can't change it any more. Throws UserFacingError where there is nothing for this person.
 */
export async function findReadable(db: Db, ref: RecordRef): Promise<Readable> {
  const found = await find(db, ref);
  const { refusal, relation, conversation } = found;
  const isOwn = relation === 'self' && conversation !== null;
  if (refusal && !isOwn) throw new UserFacingError(refusalText(found, refusal));
  const manager = await findPartner(db, found);
  if (!manager && !conversation) throw new UserFacingError(refusalWords.managed);
  return { ...found, manager, canChange: refusal === undefined };
}

async function find(db: Db, { workspaceId, personId, checkInId }: RecordRef): Promise<Found> {
  const found = await db.checkIn.findFirst({
    where: { id: checkInId, workspaceId },
    include: { cycle: true, person: { include: withManager } },
  });
  if (!found) throw new UserFacingError(refusalWords.not_related);
  const { cycle, person: report, ...checkIn } = found;
  const conversation = await db.conversation.findFirst({
    where: { cycleId: cycle.id, personId: report.id },
  });
  const relation = relationOf(personId, report);
  const refusal = refusalOf('recordConversation', {
    relation,
    revealed: checkIn.revealedAt !== null,
    ...conversationFacts({
      actorId: personId,
      managerId: managerOfToday(report)?.id,
      recordedWith: conversation?.managerId,
    }),
  });
  const side = relation === 'self' ? 'report' : 'manager';
  return { checkIn, cycle, report, conversation, side, relation, refusal };
}

/** The manager who talked with them, unless erased; while nothing is recorded, the one of today. */
async function findPartner(db: Db, { report, conversation }: Found): Promise<Person | undefined> {
  const today = managerOfToday(report);
  const talkedWith = conversation ? conversation.managerId : today?.id;
  if (talkedWith === today?.id) return today;
  if (!talkedWith) return undefined;
  return (await db.person.findUnique({ where: { id: talkedWith } })) ?? undefined;
}

function refusalText({ side }: Found, refusal: AccessRefusal<'recordConversation'>): string {
  return side === 'report' && refusal === 'notWithAnother'
    ? 'You recorded this conversation with the manager you had then, so it stays as it is. Your open actions are in "All actions".'
    : refusalWords[refusal];
}

const refusalWords: Record<AccessRefusal<'recordConversation'>, string> = {
  not_related:
    'Only the manager of today and their report can record this conversation, and that is not you any more. Nothing has changed.',
  revealed:
    "You can record your conversation once both views are in. Nothing has changed. Open your team to see what's missing.",
  managed:
    'You have no manager here now, so there is nobody to record it with. Choose your manager first. Nothing has changed.',
  notWithAnother:
    'The manager before you has recorded this conversation, so it stays as it is. The open actions are yours to follow: see "All actions".',
};
