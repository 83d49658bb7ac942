import type { Framework } from '../../../src/domain/framework/framework.js';
import { markDone } from '../../../src/services/action-item/changes.js';
import { commentOnConversation } from '../../../src/services/conversation/comments.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { moveCycle } from '../../../src/services/cycle/index.js';
import { publishVersion } from '../../../src/services/framework/publishing.js';
import { answerClaim } from '../../../src/services/person/claim-answers.js';
import { claimReports } from '../../../src/services/person/claims.js';
import {
  answerPlace,
  setOwnRole,
  updateOwnAssignment,
} from '../../../src/services/person/index.js';
import { placePerson } from '../../../src/services/person/placing.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { builtInFramework } from '../../support/built-in-framework.js';
import type { TestLadder } from '../../support/ladder.js';
import { personOf, putAction, putConversation } from '../team/people.js';
import { giveView, ref, send } from './acts.js';

/** An instant at which a ladder has to be started for `liveThroughEveryKind`: a review opens. */
export const everyKindBegins = '2026-12-02T14:00:00Z';

/** What people write, and an action is called, so that it is found wherever it stands. */
export const markedWords = 'Marked words of somebody';

export interface EveryKind {
  rosasCheckIn: string;
  teosCheckIn: string;
}

/**
 * Lives from one review into the next, up to Friday 12 March 2027: every kind of message has been
 * posted by then. Rosa and Mika have talked, Teo's check-in waits for Mika's view, Sora has not begun,
 * what Sora has chosen waits for Noor's yes, and what Mika says of Wren waits for hers.
 */
export async function liveThroughEveryKind(ladder: TestLadder): Promise<EveryKind> {
  await endOneReview(ladder);
  await betweenReviews(ladder);
  await openTheNext(ladder);
  const checkIns = await checkIn(ladder);
  await talk(ladder, checkIns.rosasCheckIn);
  await claim(ladder);
  return checkIns;
}

/** Lets it be then, and sends what is due. */
export async function arriveAt(ladder: TestLadder, now: string): Promise<void> {
  ladder.clock.set(now);
  await ladder.sendDue();
  await ladder.ladder.idle();
}

/** An operator gives somebody another role or manager. */
export async function place(
  ladder: TestLadder,
  firstName: string,
  change: { roleKey?: string; managerSlackUserId?: string | undefined },
): Promise<void> {
  const by = { operator: 'maintainer' };
  await placePerson(ladder.ladder.context, { ...(await ref(ladder, firstName)), by, change });
}

/** A new version of the ladder in which a role is called something else. */
export async function renameRole(ladder: TestLadder, key: string, title: string): Promise<void> {
  const { roles, ...rest } = builtInFramework();
  const framework: Framework = {
    ...rest,
    roles: roles.map((role) => (role.key === key ? { ...role, title } : role)),
  };
  const { context, workspace } = ladder.ladder;
  await publishVersion(context, {
    ...{ workspaceId: workspace.id, framework, at: ladder.clock.now() },
  });
}

/** Rosa and Mika talk and agree on two things; everybody else misses it. */
async function endOneReview(ladder: TestLadder): Promise<void> {
  await arriveAt(ladder, everyKindBegins);
  const conversationId = await putConversation(ladder, 'Rosa');
  const agreed = { what: markedWords, dueOn: '2027-03-10', conversationId };
  await putAction(ladder, 'Rosa', agreed);
  await putAction(ladder, 'Rosa', { ...agreed, owner: 'Mika' });
  await arriveAt(ladder, '2027-01-15T14:00:00Z');
}

/** Roles, managers and the ladder change. */
async function betweenReviews(ladder: TestLadder): Promise<void> {
  await arriveAt(ladder, '2027-02-09T14:00:00Z');
  await place(ladder, 'Rosa', { roleKey: 'senior' });
  await place(ladder, 'Mika', { managerSlackUserId: ladder.as('Sora').id });
  await arriveAt(ladder, '2027-02-09T14:30:00Z');
  await renameRole(ladder, 'senior', 'Senior Gardener');
  await arriveAt(ladder, '2027-02-09T15:00:00Z');
  await ladder.ladder.context.db.workspace.updateMany({ data: { rolesSetBy: 'manager' } });
  await choose(ladder, 'Teo', 'Rosa');
  const { id: requestId } = await ladder.ladder.context.db.placeRequest.findFirstOrThrow();
  await arriveAt(ladder, '2027-02-10T14:00:00Z');
  await answerPlace(ladder.ladder.context, {
    ...(await ref(ladder, 'Rosa')),
    ...{ requestId, answer: 'no' },
  });
  await arriveAt(ladder, '2027-02-11T08:00:00Z');
}

/** Somebody chooses another manager, who is asked about it. */
async function choose(ladder: TestLadder, firstName: string, manager: string): Promise<void> {
  const { roleKey = '' } = await personOf(ladder, firstName);
  await updateOwnAssignment(ladder.ladder.context, await ref(ladder, firstName), {
    ...{ roleKey, inRoleSince: undefined, managerSlackUserId: ladder.as(manager).id },
  });
}

async function openTheNext(ladder: TestLadder): Promise<void> {
  const { context, workspace } = ladder.ladder;
  await arriveAt(ladder, '2027-03-03T14:00:00Z');
  await setOwnRole(context, await ref(ladder, 'Sora'), 'professional-lead');
  await arriveAt(ladder, '2027-03-04T14:00:00Z');
  const by = { operator: 'maintainer' };
  const change = { workspaceId: workspace.id, by, name: 'Q1 2027', reviewOn: '2027-03-25' };
  await moveCycle(context, change);
  await arriveAt(ladder, '2027-03-04T14:30:00Z');
}

/** Wren's check-in comes before the digest, Rosa's and Teo's on the day before it. */
async function checkIn(ladder: TestLadder): Promise<EveryKind> {
  ladder.clock.set('2027-03-08T15:00:00Z');
  await send(ladder, 'Wren');
  await arriveAt(ladder, '2027-03-09T14:00:00Z');
  await putConversation(ladder, 'Mika');
  await arriveAt(ladder, '2027-03-10T14:00:00Z');
  const rosasCheckIn = await send(ladder, 'Rosa');
  await giveView(ladder, 'Mika', 'Rosa');
  const teosCheckIn = await send(ladder, 'Teo');
  await arriveAt(ladder, '2027-03-11T14:00:00Z');
  await nudge(ladder, 'Noor', 'Sora');
  return { rosasCheckIn, teosCheckIn };
}

async function nudge(ladder: TestLadder, manager: string, report: string): Promise<void> {
  const { context, messenger, workspace } = ladder.ladder;
  const [{ id: managerId }, { id: reportId }] = [
    await personOf(ladder, manager),
    await personOf(ladder, report),
  ];
  await nudgeReport(context, messenger, { workspaceId: workspace.id, managerId, reportId });
}

/** Returns the id. */
export async function latestConversationOf(ladder: TestLadder, personId: string): Promise<string> {
  const { id } = await ladder.ladder.context.db.conversation.findFirstOrThrow({
    where: { personId },
    orderBy: { recordedAt: 'desc' },
  });
  return id;
}

/** Mika records that he and Rosa have talked, she comments, and he marks an action as done. */
async function talk(ladder: TestLadder, rosasCheckIn: string): Promise<void> {
  const { context } = ladder.ladder;
  const record = { ...(await ref(ladder, 'Mika')), checkInId: rosasCheckIn };
  await recordConversation(context, record, '2027-03-11');
  const rosa = await ref(ladder, 'Rosa');
  const conversationId = await latestConversationOf(ladder, rosa.personId);
  const agreed = { what: markedWords, dueOn: '2027-06-09', conversationId };
  const actionItemId = await putAction(ladder, 'Rosa', agreed);
  await arriveAt(ladder, '2027-03-11T15:00:00Z');
  await commentOnConversation(context, { ...rosa, conversationId }, markedWords);
  await markDone(context, { ...(await ref(ladder, 'Mika')), actionItemId });
}

/** Mika says that Kit and Wren report to him; Kit says no. */
async function claim(ladder: TestLadder): Promise<void> {
  const { context } = ladder.ladder;
  const [kit, wren] = [await ref(ladder, 'Kit'), await ref(ladder, 'Wren')];
  const reportIds = [kit.personId, wren.personId];
  await claimReports(context, { ...(await ref(ladder, 'Mika')), reportIds });
  await arriveAt(ladder, '2027-03-11T20:00:00Z');
  await answerClaim(context, { ...kit, requestId: await claimOn(ladder, 'Kit'), answer: 'no' });
  await arriveAt(ladder, '2027-03-12T14:00:00Z');
}

/** Returns the id of what a manager asks somebody: whether they report to them. */
export async function claimOn(ladder: TestLadder, firstName: string): Promise<string> {
  const { personId } = await ref(ladder, firstName);
  const where = { personId, askedId: personId };
  return (await ladder.ladder.context.db.placeRequest.findFirstOrThrow({ where })).id;
}
