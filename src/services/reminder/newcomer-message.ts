import { managerOfToday } from '../../domain/access/relation.js';
import { isOver } from '../../domain/cycle/cycle.js';
import type { Day } from '../../domain/time/day.js';
import type { Context } from '../context.js';
import { findOpenCycle, readExclusions, toCycle } from '../cycle/index.js';
import { defineMessage } from '../delivery/index.js';
import type { ContentResult, MessageAt, MessageContent } from '../message.js';
import { planKinds } from './kinds.js';
import { welcomeStep } from './welcome-planning.js';

/** Somebody without a role is asked to pick theirs. */
export interface NewcomerMessage extends MessageContent {
  kind: 'newcomer';
  ladderName: string;
  /** Their manager of today. */
  managerSlackUserId: string | undefined;
  /** The review that is open. */
  review: { name: string; dueOn: Day } | undefined;
  /** It comes as the review opens, not as they have become known. */
  isReminder: boolean;
}

/** To people without a role: once when they become known, and as a review opens. */
export const newcomer = defineMessage({
  kind: planKinds.newcomer.kind,
  topic: 'newcomer',
  read,
  readAgain,
});

async function read(context: Context, message: MessageAt): Promise<ContentResult<NewcomerMessage>> {
  const { claim, recipient, workspace, cycle, at } = message;
  if (recipient.roleKey !== null) return { drop: 'has_role' };
  // They could do nothing; the admins read of them among the problems.
  if (workspace.rolesSetBy === 'admins') return { drop: 'roles_by_admins' };
  if (claim.step !== welcomeStep) {
    if (cycle.cancelledAt) return { drop: 'cancelled' };
    if (isOver(toCycle(cycle), at)) return { drop: 'expired' };
    const who = { cycleId: cycle.id, personIds: [recipient.id] };
    const leftOut = await readExclusions(context.db, who);
    if (leftOut.size > 0) return { drop: 'changed' };
  }
  return { send: await contentOf(context, message) };
}

/** Once it is posted it says whether they have a role now. */
async function readAgain(context: Context, message: MessageAt): Promise<NewcomerMessage> {
  const content = await contentOf(context, message);
  return message.recipient.roleKey === null ? content : { ...content, over: 'done' };
}

async function contentOf(
  context: Context,
  { claim, recipient }: MessageAt,
): Promise<NewcomerMessage> {
  const { workspaceId, managerId } = recipient;
  const [open, manager] = await Promise.all([
    findOpenCycle(context, workspaceId),
    managerId === null ? null : context.db.person.findUnique({ where: { id: managerId } }),
  ]);
  return {
    kind: 'newcomer',
    ladderName: context.frameworks.current(workspaceId).framework.name,
    managerSlackUserId: managerOfToday({ manager })?.slackUserId,
    review: open && { name: open.name, dueOn: open.dueOn },
    isReminder: claim.step !== welcomeStep,
  };
}
