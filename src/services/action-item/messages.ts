import { may } from '../../domain/access/access.js';
import { relationOf } from '../../domain/access/relation.js';
import { type ActionItemState, askedOn, askedUntil } from '../../domain/action-item/action-item.js';
import { type Day, dayFromDate } from '../../domain/time/day.js';
import { instantAt, localDay } from '../../domain/time/time-zone.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ContentResult, MessageAt, Over, PostedAt } from '../message.js';
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
  /** 'done': none of them is due any more; then there is no number, and the day is that of asking. */
  over?: Over | undefined;
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
  /** 'changed': it has changed once more since, or is between its report and another manager. */
  over?: Over | undefined;
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
  readAgain: readPostedDue,
});

/** To the other of the two: what became of an action item. */
export const actionItemChanged = defineMessage({
  kind: actionItemChangedKind.kind,
  read: readChanged,
  readAgain: readPostedChange,
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
    .filter(({ dueOn }) => askedOn(dueOn, workspace) === claim.step);
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

/** The same once it is posted: what is left of it. */
async function readPostedDue(
  context: Context,
  message: PostedAt<unknown, WhichAsking>,
): Promise<ActionItemDueMessage> {
  const { claim, sentAt, recipient } = message;
  // In the words of the day on which it came.
  const content = await readDue(context, { ...message, at: sentAt });
  if ('send' in content) return content.send;
  return {
    ...{ kind: 'action_due', number: 0, dueOn: claim.step, partnerSlackUserIds: [] },
    ...{ today: localDay(sentAt, recipient.timeZone), over: 'done' },
  };
}

/** The action item, if it still is what it became then. */
async function readChanged(
  { db }: Context,
  { claim, recipient }: MessageAt<unknown, WhichItemChange>,
): Promise<ContentResult<ActionItemChangedMessage>> {
  const row = await findItem(db, claim, recipient);
  if (!row) return { drop: 'gone' };
  if (row.state !== stateAfter[claim.step]) return { drop: 'overtaken' };
  const relation = relationOf(recipient.id, row.person);
  if (!may('followActionItems', { relation })) return { drop: 'manager_changed' };
  return { send: await contentFrom(db, row, { claim, recipient }) };
}

/** The same once it is posted, also where it has changed since. */
async function readPostedChange(
  { db }: Context,
  { claim, recipient }: PostedAt<unknown, WhichItemChange>,
): Promise<ActionItemChangedMessage | undefined> {
  const [row, delivery] = await Promise.all([
    findItem(db, claim, recipient),
    db.delivery.findUniqueOrThrow({ where: { id: claim.id }, select: { key: true } }),
  ]);
  if (!row) return undefined;
  const relation = relationOf(recipient.id, row.person);
  // The key names the move that it is about.
  const isSame =
    row.state === stateAfter[claim.step] &&
    delivery.key
      .replace(/:posted:.*/, '')
      .split(':')
      .at(-1) === `${row.timesRescheduled}`;
  const stands = isSame && may('followActionItems', { relation });
  const content = await contentFrom(db, row, { claim, recipient });
  return stands ? content : { ...content, over: 'changed' };
}

type ItemAt = Pick<MessageAt<unknown, WhichItemChange>, 'claim' | 'recipient'>;

function findItem(
  db: Context['db'],
  { subjectId: id }: ItemAt['claim'],
  { workspaceId }: ItemAt['recipient'],
) {
  return db.actionItem.findFirst({
    where: { id, workspaceId },
    select: {
      ...{ state: true, dueOn: true, timesRescheduled: true, conversationId: true },
      person: { include: withManager },
    },
  });
}

async function contentFrom(
  db: Context['db'],
  { conversationId, person, dueOn }: NonNullable<Awaited<ReturnType<typeof findItem>>>,
  { claim, recipient }: ItemAt,
): Promise<ActionItemChangedMessage> {
  return {
    kind: 'action_changed',
    event: claim.step,
    reportId: person.id,
    reportSlackUserId: person.slackUserId,
    dueOn: dayFromDate(dueOn),
    agreed: conversationId ? await db.actionItem.count({ where: { conversationId } }) : 1,
    reader: recipient.id === person.id ? 'report' : 'manager',
  };
}
