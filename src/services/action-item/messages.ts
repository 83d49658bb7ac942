import {
  type ActionItemState,
  askedOn,
  compareActionItems,
} from '../../domain/action-item/action-item.js';
import type { Day } from '../../domain/time/day.js';
import type { ContentReader } from '../delivery/contents.js';
import { type ActionItem, actionItemParts, toActionItem } from './action-items.js';

/** The day of these actions has come; to whoever is to do them. */
export interface ActionItemDueMessage {
  kind: 'action_due';
  actions: ActionItem[];
  /** The owner's own day. */
  today: Day;
}

/** One of the two has marked an action as done, moved or dropped it; to the other one. */
export interface ActionItemChangedMessage {
  kind: 'action_changed';
  action: ActionItem;
  event: ActionItemChange;
  /** Which of the two reads it; the other one did it. */
  reader: 'report' | 'manager';
}

/** What has become of an action, as a delivery's step names it. */
export type ActionItemChange = 'done' | 'moved' | 'dropped';

const stateAfter: Record<string, ActionItemState> = {
  done: 'done',
  moved: 'open',
  dropped: 'dropped',
};

/** To an owner: their open actions about which they are asked on the step's day. */
export const actionItemDueContent: ContentReader = async (
  { db },
  { claim, recipient, round, at },
) => {
  const { id, workspaceId } = recipient.person;
  const rows = await db.actionItem.findMany({
    where: {
      workspaceId,
      state: 'open',
      // Their own and their reports': people are found by an index, owners are not.
      person: { workspaceId, OR: [{ id }, { managerId: id }] },
    },
    include: actionItemParts,
  });
  const actions = rows
    .map((row) => toActionItem(row, at))
    .filter(({ owner }) => owner?.id === id)
    .filter(({ dueOn }) => askedOn(dueOn, round.planned.workingDays) === claim.step)
    .sort(compareActionItems);
  const [first] = actions;
  if (!first) return { drop: 'nothing_due' };
  return { send: { kind: 'action_due', actions, today: first.today } };
};

/** To the other of the two, if the action still is what it became then. */
export const actionItemChangedContent: ContentReader = async ({ db }, { claim, recipient, at }) => {
  const { id, workspaceId } = recipient.person;
  const row = await db.actionItem.findFirst({
    where: { id: claim.subjectId ?? '', workspaceId },
    include: actionItemParts,
  });
  if (!row) return { drop: 'gone' };
  const action = toActionItem(row, at, recipient.person);
  if (action.state !== stateAfter[claim.step]) return { drop: 'overtaken' };
  const reader = action.report.id === id ? 'report' : 'manager';
  if (reader === 'manager' && action.manager?.id !== id) return { drop: 'manager_changed' };
  const event = claim.step as ActionItemChange;
  return { send: { kind: 'action_changed', action, event, reader } };
};
