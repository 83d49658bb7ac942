import { managerOfToday, relationOf } from '../../domain/access/relation.js';
import { withManager } from '../access/index.js';
import type { Context } from '../context.js';
import { defineMessage, deliveryKind } from '../delivery/index.js';
import type { ClaimedDelivery, ContentResult, MessageAt, Over } from '../message.js';
import { lostRoleTitle } from './lost-roles.js';

/** Somebody has set another manager for its reader. */
export interface ManagerSetMessage {
  kind: 'manager_set';
  /** The manager of today, and the one before the change; undefined where there is none. */
  managerSlackUserId: string | undefined;
  beforeSlackUserId: string | undefined;
  /** 'changed': the manager is the one of before again. */
  over?: Over | undefined;
}

/** Somebody has set another role for its reader. */
export interface RoleSetMessage {
  kind: 'role_set';
  /** The key of the role of today; undefined where there is none. */
  roleKey: string | undefined;
  title: { before: string | undefined; now: string | undefined };
  /** 'changed': the role is the one of before again. */
  over?: Over | undefined;
}

/** Its reader has other reports. */
export interface ReportsChangedMessage {
  kind: 'reports_changed';
  joinedSlackUserIds: string[];
  leftSlackUserIds: string[];
  /** 'changed': nothing of it is so any more. */
  over?: Over | undefined;
}

/** Which change: that of an instant, from the manager with this id. */
interface WhichManager {
  subjectId?: string;
  step: 'manager';
  changedAt: Date;
}

/** From the role with this key; `noRole` for none. */
interface WhichRole {
  step: string;
  changedAt: Date;
}

interface WhichReport {
  /** The report's id. */
  subjectId: string;
  step: 'joined' | 'left';
  changedAt: Date;
}

/** No role has this key. */
export const noRole = '-';

export const managerSetKind = deliveryKind('manager_set', ({ changedAt }: WhichManager) =>
  changedAt.toISOString(),
);
export const roleSetKind = deliveryKind('role_set', ({ changedAt }: WhichRole) =>
  changedAt.toISOString(),
);
export const reportsChangedKind = deliveryKind(
  'reports_changed',
  ({ subjectId, step, changedAt }: WhichReport) =>
    [subjectId, step, changedAt.toISOString()].join(':'),
);

/** To a person: that somebody else has given them another manager. It says who it is today. */
export const managerSet = defineMessage({
  kind: managerSetKind.kind,
  read: (context, message) => unlessBack(readManager(context, message)),
  readAgain: readManager,
});

/** To a person: that somebody else has given them another role. It says which it is today. */
export const roleSet = defineMessage({
  kind: roleSetKind.kind,
  read: (context, message) => unlessBack(readRole(context, message)),
  readAgain: readRole,
});

/** To a manager: that somebody reports to them now, or no longer. Several become one message. */
export const reportsChanged = defineMessage({
  kind: reportsChangedKind.kind,
  read: (context, message) => unlessBack(readReport(context, message)),
  readAgain: readReport,
});

/** What is no longer so before it was sent isn't sent. */
async function unlessBack<T extends { kind: string; over?: Over | undefined }>(
  reading: Promise<T | undefined>,
): Promise<ContentResult<T>> {
  const content = await reading;
  if (!content) return { drop: 'gone' };
  return content.over ? { drop: 'overtaken' } : { send: content };
}

type Reading = Pick<MessageAt, 'recipient'> & {
  claim: Pick<ClaimedDelivery, 'subjectId' | 'step'>;
};

async function readManager(
  { db }: Context,
  { claim, recipient }: Reading,
): Promise<ManagerSetMessage> {
  const { id, workspaceId } = recipient;
  const beforeId = claim.subjectId;
  const [person, before] = await Promise.all([
    db.person.findFirst({ where: { id, workspaceId }, include: withManager }),
    beforeId === null ? null : db.person.findFirst({ where: { id: beforeId, workspaceId } }),
  ]);
  const manager = person ? managerOfToday(person) : undefined;
  return {
    kind: 'manager_set',
    managerSlackUserId: manager?.slackUserId,
    beforeSlackUserId: before?.slackUserId,
    over: manager?.slackUserId === before?.slackUserId ? 'changed' : undefined,
  };
}

async function readRole(context: Context, { claim, recipient }: Reading): Promise<RoleSetMessage> {
  const { workspaceId } = recipient;
  const titleOf = async (roleKey: string | undefined) => {
    const { framework } = context.frameworks.current(workspaceId);
    const role = framework.roles.find(({ key }) => key === roleKey);
    return role?.title ?? (await lostRoleTitle(context, { workspaceId, roleKey }));
  };
  const roleKey = recipient.roleKey ?? undefined;
  const before = claim.step === noRole ? undefined : claim.step;
  return {
    kind: 'role_set',
    roleKey,
    title: { before: await titleOf(before), now: await titleOf(roleKey) },
    over: roleKey === before ? 'changed' : undefined,
  };
}

async function readReport(
  { db }: Context,
  { claim, recipient }: Reading,
): Promise<ReportsChangedMessage | undefined> {
  const { workspaceId } = recipient;
  if (claim.subjectId === null) return undefined;
  const where = { id: claim.subjectId, workspaceId };
  const report = await db.person.findFirst({ where, include: withManager });
  if (!report) return undefined;
  const reports = relationOf(recipient.id, report) === 'manager';
  const isSo = reports === (claim.step === 'joined');
  const ids = isSo ? [report.slackUserId] : [];
  return {
    kind: 'reports_changed',
    joinedSlackUserIds: claim.step === 'joined' ? ids : [],
    leftSlackUserIds: claim.step === 'left' ? ids : [],
    over: isSo ? undefined : 'changed',
  };
}
