import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { readAccess, withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { exported } from './columns.js';

export interface Own {
  workspaceId: string;
  personId: string;
}

/** A row as the database has it: the exported columns by their field, and rows of other tables below. */
export type StoredRow = Record<string, unknown>;

/** What is read of each table, by its name. */
export type StoredRows = Record<string, StoredRow[]>;

/**
 * Reads a person's own rows, and those of others that they may see now: the views of them that both
 * sides are in for, and what they wrote about the people whom they manage today.
 */
export async function readRows(context: Context, own: Own): Promise<StoredRows> {
  const { db } = context;
  const { workspaceId, personId } = own;
  const [shown, reports, talks] = await readSeen(context, own);
  const mine = { workspaceId, personId };
  const managed = { in: reports };
  const answers = (table: string) => ({ select: exported(table), orderBy: { id: 'asc' as const } });
  return {
    person: await db.person.findMany({
      where: { id: personId, workspaceId },
      select: exported('person'),
    }),
    workspace: await db.workspace.findMany({
      where: { id: workspaceId },
      select: exported('workspace'),
    }),
    check_in: await db.checkIn.findMany({
      where: mine,
      select: {
        ...exported('check_in'),
        answers: answers('check_in_answer'),
        notes: answers('check_in_note'),
      },
      orderBy: { startedAt: 'asc' },
    }),
    assessment: await db.assessment.findMany({
      where: {
        workspaceId,
        OR: [
          { subjectId: personId, revealed: { id: { in: shown } } },
          { authorId: personId, subjectId: managed },
        ],
      },
      select: { ...exported('assessment'), answers: answers('assessment_answer') },
      orderBy: { startedAt: 'asc' },
    }),
    conversation: await db.conversation.findMany({
      where: { workspaceId, OR: [{ personId }, ...talks] },
      select: { ...exported('conversation'), differences: answers('conversation_difference') },
      orderBy: { heldOn: 'asc' },
    }),
    action_item: await db.actionItem.findMany({
      where: {
        workspaceId,
        OR: [
          { personId },
          { personId: managed, ownerId: personId, state: 'open' },
          { personId: managed, conversation: { managerId: personId } },
        ],
      },
      select: exported('action_item'),
      orderBy: { createdAt: 'asc' },
    }),
    evidence: await db.evidence.findMany({
      where: mine,
      select: exported('evidence'),
      orderBy: { happenedOn: 'asc' },
    }),
    manager_note: await db.managerNote.findMany({
      where: { workspaceId, authorId: personId, subjectId: managed },
      select: exported('manager_note'),
      orderBy: { happenedOn: 'asc' },
    }),
    form_draft: await db.formDraft.findMany({
      where: { workspaceId, authorId: personId, text: { not: '' } },
      select: exported('form_draft'),
    }),
    cycle_member: await db.cycleMember.findMany({ where: mine, select: exported('cycle_member') }),
    cycle_exclusion: await db.cycleExclusion.findMany({
      where: mine,
      select: exported('cycle_exclusion'),
    }),
    access_log_entry: await db.accessLogEntry.findMany({
      where: { workspaceId, subjectId: personId },
      select: exported('access_log_entry'),
      orderBy: { readAt: 'asc' },
    }),
    audit_log_entry: await db.auditLogEntry.findMany({
      where: mine,
      select: exported('audit_log_entry'),
      orderBy: { at: 'asc' },
    }),
    delivery: await db.delivery.findMany({
      where: { workspaceId, recipientId: personId },
      select: exported('delivery'),
      orderBy: { createdAt: 'asc' },
    }),
  };
}

type Talk = { managerId: string; personId: string; cycleId: { in: string[] } };

/**
 * Asks the rules: returns the check-ins with whose view the person may see it, the people whom they
 * manage, and the conversations with these that they may read.
 */
async function readSeen(
  context: Context,
  { workspaceId, personId }: Own,
): Promise<[shown: string[], reports: string[], talks: Talk[]]> {
  const of = (subjectId: string) =>
    readAccess(context, { workspaceId, actorId: personId, subjectId });
  // Somebody who has left opens nothing any more; what is theirs is theirs all the same.
  const shown = (await of(personId)).checkIns.filter(({ facts }) =>
    may('readBrief', { ...facts, relation: 'self' }),
  );
  const people = await context.db.person.findMany({
    where: { workspaceId, managerId: personId },
    include: withManager,
  });
  const reports = people.filter((one) => relationOf(personId, one) === 'manager');
  const talks: Talk[] = [];
  for (const { id } of reports) {
    const { checkIns } = await of(id);
    const readable = checkIns.filter(({ facts }) =>
      may('readConversation', { ...facts, notWithAnother: true }),
    );
    const cycleId = { in: readable.map((one) => one.cycleId) };
    talks.push({ managerId: personId, personId: id, cycleId });
  }
  return [shown.map(({ checkInId }) => checkInId), reports.map(({ id }) => id), talks];
}
