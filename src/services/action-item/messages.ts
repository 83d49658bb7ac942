import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import {
  type ActionItemState,
  askedOn,
  askedUntil,
  compareActionItems,
} from '../../domain/action-item/action-item.js';
import type { Day } from '../../domain/time/day.js';
import { instantAt } from '../../domain/time/working-hours.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { Content, MessageAt } from '../message.js';
import { type ActionItem, actionItemParts, toActionItem } from './action-items.js';

/** These action items are due; for their owner. */
export interface ActionItemDueMessage {
  kind: 'action_due';
  actionItems: ActionItem[];
  /** The owner's own day. */
  today: Day;
}

/** One of the two has marked an action as done, moved or dropped it; to the other one. */
export interface ActionItemChangedMessage {
  kind: 'action_changed';
  actionItem: ActionItem;
  event: ActionItemChange;
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
): Promise<Content<ActionItemDueMessage>> {
  const { id, workspaceId } = recipient;
  const rows = await db.actionItem.findMany({
    where: {
      workspaceId,
      state: 'open',
      // Their own and their reports': people are found by an index, owners are not.
      person: { workspaceId, OR: [{ id }, { managerId: id }] },
    },
    include: actionItemParts,
  });
  const actionItems = rows
    .map((row) => toActionItem(row, at))
    .filter(({ owner }) => owner?.id === id)
    .filter(({ dueOn }) => askedOn(dueOn, workspace.workingDays) === claim.step)
    .sort(compareActionItems);
  const [first] = actionItems;
  if (!first) return { drop: 'nothing_due' };
  return { send: { kind: 'action_due', actionItems, today: first.today } };
}

/** The action item, if it still is what it became then. */
async function readChanged(
  { db }: Context,
  { claim, recipient, at }: MessageAt<unknown, WhichItemChange>,
): Promise<Content<ActionItemChangedMessage>> {
  const { id, workspaceId } = recipient;
  const row = await db.actionItem.findFirst({
    where: { id: claim.subjectId, workspaceId },
    include: actionItemParts,
  });
  if (!row) return { drop: 'gone' };
  const actionItem = toActionItem(row, at, recipient);
  if (actionItem.state !== stateAfter[claim.step]) return { drop: 'overtaken' };
  const relation = relationOf(id, row.person);
  if (!may('followActionItems', { relation })) return { drop: 'manager_changed' };
  const reader = relation === 'self' ? 'report' : 'manager';
  const event = claim.step;
  return { send: { kind: 'action_changed', actionItem, event, reader } };
}
