import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { type ActionItemState, askedOn, askedUntil } from '../../domain/action-item/action-item.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { instantAt, localDay } from '../../domain/time/working-hours.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt } from '../message.js';
import { partiesOf } from './action-items.js';

/** These action items are due; for their owner. */
export interface ActionItemDueMessage {
  kind: 'action_due';
  /** How many, and the first day on which one is due. */
  number: number;
  dueOn: Day;
  /** With whom they were agreed on; nobody where a report has no manager. */
  partnerSlackUserIds: string[];
  /** The owner's own day. */
  today: Day;
}

/** One of the two has marked an action as done, moved or dropped it; to the other one. */
export interface ActionItemChangedMessage {
  kind: 'action_changed';
  event: ActionItemChange;
  reportId: string;
  reportSlackUserId: string;
  /** Its day after a move. */
  dueOn: Day;
  /** How many things were agreed on in the same conversation. */
  agreed: number;
  /** Which of the two reads it; the other one did it. */
  reader: 'report' | 'manager';
}

/** How an action item has changed, as in a delivery's step. */
export type ActionItemChange = 'done' | 'moved' | 'dropped';

const stateAfter: Record<ActionItemChange, ActionItemState> = {
  done: 'done',
  moved: 'open',
  dropped: 'dropped',
};

/** Which asking: that of the working day on which an owner is asked. */
interface WhichAsking {
  step: Day;
}

/** Which change of an action item. */
export interface WhichItemChange {
  /** The action item's id. */
  subjectId: string;
  step: ActionItemChange;
  /** How often it had been moved; a second move is a change of its own. */
  timesRescheduled: number;
}

const actionItemDueKind = deliveryKind('action_due', ({ step }: WhichAsking) => step);
export const actionItemChangedKind = deliveryKind(
  'action_changed',
  ({ subjectId, step, timesRescheduled }: WhichItemChange) =>
    [subjectId, step, timesRescheduled].join(':'),
);

/** To an owner: the open action items about which they are asked on a day. */
export const actionItemDue = defineMessage({
  kind: actionItemDueKind.kind,
  supersededBy: () => ['digest'],
  expires: ({ claim, recipient }) =>
    claim.repeats ? claim.expiresAt : askedUntil(claim.step, recipient.timeZone),
  // Also to an owner who has gone west meanwhile it comes on that day of theirs.
  notBefore: ({ claim, recipient }) => instantAt(claim.step, 0, recipient.timeZone),
  read: readDue,
});

/** To the other of the two: what became of an action item. */
export const actionItemChanged = defineMessage({
  kind: actionItemChangedKind.kind,
  read: readChanged,
});

/** An owner's open action items about which they are asked on the step's day. */
async function readDue(
  { db }: Context,
  { claim, recipient, workspace, at }: MessageAt<unknown, WhichAsking>,
): Promise<ContentResult<ActionItemDueMessage>> {
  const { id, workspaceId } = recipient;
  const rows = await db.actionItem.findMany({
    where: {
      workspaceId,
      state: 'open',
      // Their own and their reports': people are found by an index, owners are not.
      person: { workspaceId, OR: [{ id }, { managerId: id }] },
    },
    select: { ownerId: true, dueOn: true, person: { include: withManager } },
  });
  const due = rows
    .filter((row) => partiesOf(row).owner?.id === id)
    .map(({ dueOn, person }) => ({
      dueOn: dayFromDate(dueOn),
      partner: person.id === id ? person.manager : person,
    }))
    .filter(({ dueOn }) => askedOn(dueOn, workspace.workingDays) === claim.step);
  const [dueOn] = due.map((one) => one.dueOn).sort();
  if (dueOn === undefined) return { drop: 'nothing_due' };
  const partners = due.flatMap(({ partner }) => (partner?.leftAt === null ? [partner] : []));
  return {
    send: {
      kind: 'action_due',
      number: due.length,
      dueOn,
      partnerSlackUserIds: [...new Set(partners.map(({ slackUserId }) => slackUserId))],
      today: localDay(at, recipient.timeZone),
    },
  };
}

/** The action item, if it still is what it became then. */
async function readChanged(
  { db }: Context,
  { claim, recipient }: MessageAt<unknown, WhichItemChange>,
): Promise<ContentResult<ActionItemChangedMessage>> {
  const { id, workspaceId } = recipient;
  const row = await db.actionItem.findFirst({
    where: { id: claim.subjectId, workspaceId },
    select: { state: true, dueOn: true, conversationId: true, person: { include: withManager } },
  });
  if (!row) return { drop: 'gone' };
  if (row.state !== stateAfter[claim.step]) return { drop: 'overtaken' };
  const relation = relationOf(id, row.person);
  if (!may('followActionItems', { relation })) return { drop: 'manager_changed' };
  const { conversationId, person } = row;
  return {
    send: {
      kind: 'action_changed',
      event: claim.step,
      reportId: person.id,
      reportSlackUserId: person.slackUserId,
      dueOn: dayFromDate(row.dueOn),
      agreed: conversationId ? await db.actionItem.count({ where: { conversationId } }) : 1,
      reader: relation === 'self' ? 'report' : 'manager',
    },
  };
}
