import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { visibleText } from '../../../playground/slack/index.js';
import {
  dropActionItem,
  markDone,
  rescheduleActionItem,
} from '../../../src/services/action-item/changes.js';
import { saveAssessmentPage } from '../../../src/services/assessment/assessments.js';
import { openAssessment } from '../../../src/services/assessment/opening.js';
import { reopenCheckIn } from '../../../src/services/check-in/check-ins.js';
import { confirmConversation } from '../../../src/services/conversation/confirming.js';
import { saveNotes } from '../../../src/services/conversation/notes.js';
import {
  cancelCycle,
  closeCycle,
  excludePeople,
  includePeople,
  moveCycle,
} from '../../../src/services/cycle/index.js';
import { messages } from '../../../src/services/messages/index.js';
import { answerClaim } from '../../../src/services/person/claim-answers.js';
import { answerPlace, setOwnRole } from '../../../src/services/person/index.js';
import { changeSetting } from '../../../src/services/settings/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, openCheckIn } from '../check-in/desk.js';
import { personOf } from '../team/people.js';
import { giveView, ref, send } from './acts.js';
import {
  claimOn,
  everyKindBegins,
  latestConversationOf,
  liveThroughEveryKind,
  place,
  renameRole,
} from './every-kind.js';

let ladder: TestLadder;
let rosasCheckIn: string;
let teosCheckIn: string;
/** Everybody has had every kind of post that there is for them. */
beforeEach(async () => {
  ladder = await startTestLadder({ now: everyKindBegins });
  ({ rosasCheckIn, teosCheckIn } = await liveThroughEveryKind(ladder));
});
afterEach(() => ladder.stop());

const context = () => ladder.ladder.context;
const by = { operator: 'maintainer' };
const change = () => ({ workspaceId: ladder.ladder.workspace.id, by, name: 'Q1 2027' });

/** An admin's totals say when they were counted: they may be older than what they count. */
const datedTotals =
  / has closed with \d+ of [^\n]*|\*[^*]* check-ins are in[^*]*\*|\d+ problems?: .*|Counted .*/g;

/** What every post says now, with whom it went to. */
function posts(): string[] {
  return people.flatMap(({ name, id }) =>
    ladder.slack
      .as(id)
      .messages()
      .filter(({ ephemeralTo }) => ephemeralTo === undefined)
      .map((post) => `${name} ${post.ts}: ${visibleText(post).replace(datedTotals, '(totals)')}`),
  );
}

async function firstDueOf(firstName: string) {
  const who = await ref(ladder, firstName);
  const item = await context().db.actionItem.findFirstOrThrow({
    where: { ownerId: who.personId, state: 'open' },
    orderBy: { dueOn: 'asc' },
  });
  return { ...who, actionItemId: item.id };
}

async function answerSora(answer: 'yes' | 'no') {
  const { personId } = await ref(ladder, 'Sora');
  const request = await context().db.placeRequest.findFirstOrThrow({ where: { personId } });
  return answerPlace(context(), {
    ...(await ref(ladder, 'Noor')),
    ...{ requestId: request.id, answer },
  });
}

async function answerMika(answer: 'yes' | 'no') {
  const wren = await ref(ladder, 'Wren');
  return answerClaim(context(), { ...wren, requestId: await claimOn(ladder, 'Wren'), answer });
}

/** They count from the press. */
const snoozeChoices = /Until (tomorrow|next Monday)/g;

/** True on the day of the post, and not on the next one. */
const passingWords =
  /\b(today|tonight|tomorrow|yesterday|ago|this (week|month|morning)|(next|last) week)\b|\bin \d+ (minute|hour|day|week)/i;

async function beginSoras(goesOn: boolean) {
  const sora = ladder.as('Sora');
  await openCheckIn(ladder, sora);
  await sora.choose('modal', 'check_in.choose', 'Meeting');
  await (goesOn ? goOn(sora) : ladder.ladder.idle());
  await sora.close({ all: true });
}

async function beginView() {
  const { id: managerId, workspaceId } = { ...(await personOf(ladder, 'Mika')), ...change() };
  const { id: reportId } = await personOf(ladder, 'Teo');
  const opened = await openAssessment(context(), { workspaceId, managerId, reportId });
  if (!('assessment' in opened)) throw new Error('there is no view to begin');
  const assessment = { workspaceId, authorId: managerId, assessmentId: opened.assessment.id };
  const choice = { kind: 'rating' as const, key: 'meeting' };
  const edit = { editedAt: ladder.clock.now(), choice, text: '' };
  await saveAssessmentPage(context(), assessment, { competency: 'execution', edit });
}

async function confirmRosas() {
  const rosa = await ref(ladder, 'Rosa');
  const conversationId = await latestConversationOf(ladder, rosa.personId);
  return confirmConversation(context(), { ...rosa, conversationId });
}

async function leaveOut(firstName: string, until?: string) {
  const people = [ladder.as(firstName).id];
  return excludePeople(context(), { ...change(), people, ...(until && { until }) });
}

const takeIn = (firstName: string) =>
  includePeople(context(), { ...change(), people: [ladder.as(firstName).id] });
const arriveOn = async (now: string) => ladder.clock.set(now);
const managedBy = (firstName: string, managerSlackUserId: string | undefined) =>
  place(ladder, firstName, { managerSlackUserId });

type Course = Record<string, () => Promise<unknown>>;

/** What happens one after the other, and that after each of it. */
const courses: Record<string, Course> = {
  'a review that moves': {
    'nothing happens': async () => {},
    'it moves': () => moveCycle(context(), { ...change(), reviewOn: '2027-03-31' }),
    'it is moved back': () => moveCycle(context(), { ...change(), reviewOn: '2027-03-24' }),
    'it is cancelled': () => cancelCycle(context(), change()),
  },
  'a review that goes by': {
    'a day passes': () => arriveOn('2027-03-13T14:00:00Z'),
    'the check-ins were due': () => arriveOn('2027-03-19T14:00:00Z'),
    'the reviews have begun': () => arriveOn('2027-03-26T14:00:00Z'),
    'it ends': () => arriveOn('2027-04-17T14:00:00Z'),
  },
  'people who are left out': {
    'somebody is left out': () => leaveOut('Sora'),
    'they are taken in again': () => takeIn('Sora'),
    'somebody who has sent theirs is left out': () => leaveOut('Teo'),
    'somebody is left out until tomorrow': () => leaveOut('Sora', '2027-03-13'),
    'it is tomorrow': () => arriveOn('2027-03-13T14:00:00Z'),
    'the review is closed early': () => closeCycle(context(), change()),
  },
  'check-ins and views': {
    'somebody begins': () => beginSoras(false),
    'somebody goes on to the next page': () => beginSoras(true),
    'a view is begun': beginView,
    'a check-in is taken back': async () =>
      reopenCheckIn(context(), { ...(await ref(ladder, 'Teo')), checkInId: teosCheckIn }),
    'it is sent again': () => send(ladder, 'Teo'),
    'a view is given': () => giveView(ladder, 'Noor', 'Wren'),
    'a check-in is sent': () => send(ladder, 'Sora'),
    'its author is called something else': async () =>
      ladder.slack.change({ id: ladder.as('Wren').id, name: 'Wren Renamed' }),
  },
  'a conversation and what was agreed on': {
    'it is confirmed': confirmRosas,
    'its notes change': async () =>
      saveNotes(
        context(),
        { ...(await ref(ladder, 'Mika')), checkInId: rosasCheckIn },
        { text: 'More', version: 0 },
      ),
    'what is due is moved': async () =>
      rescheduleActionItem(context(), await firstDueOf('Rosa'), {
        ...{ dueOn: '2027-05-05', reason: 'Later' },
      }),
    'what is due is done': async () => markDone(context(), await firstDueOf('Mika')),
    'what was moved is dropped': async () =>
      dropActionItem(context(), await firstDueOf('Rosa'), { reason: 'No' }),
    'somebody else is the manager now': () => managedBy('Rosa', 'U0NOOR'),
  },
  'roles and managers that change': {
    'what somebody chose gets a yes': () => answerSora('yes'),
    'a newcomer has a role': () => place(ladder, 'Kit', { roleKey: 'associate' }),
    'a newcomer has no manager any more': () => managedBy('Kit', undefined),
    'somebody has the manager of before again': () => managedBy('Mika', 'U0ADA'),
    'somebody has the role of before again': () => place(ladder, 'Rosa', { roleKey: 'manager' }),
    'a manager changes while a view is owed': () => managedBy('Teo', 'U0NOOR'),
    'a role changes': () => place(ladder, 'Sora', { roleKey: 'team-leader' }),
    'somebody is said to be a report, with a yes': () => answerMika('yes'),
    'they have the manager of before again': () => managedBy('Wren', 'U0NOOR'),
  },
  'what people choose, and the ladder': {
    'somebody is said to be a report, with a no': () => answerMika('no'),
    'somebody chooses something else': async () =>
      setOwnRole(context(), await ref(ladder, 'Sora'), 'team-leader'),
    'that gets a no': () => answerSora('no'),
    'everybody sets their own role now': () =>
      changeSetting(context(), { ...change(), key: 'roles_set_by', value: 'everybody' }),
    'the ladder has one more version': () => renameRole(ladder, 'senior', 'Senior Botanist'),
    'the ladder is as it was before': () =>
      renameRole(ladder, 'senior', 'Senior Business Operations Manager'),
  },
  'people who leave': {
    'a report leaves': () => ladder.slack.deactivate(ladder.as('Teo').id),
    'a manager leaves': () => ladder.slack.deactivate(ladder.as('Mika').id),
    'a manager is back': async () =>
      ladder.slack.change({ id: ladder.as('Mika').id, deleted: false }),
    'whom they claimed has another manager': () => managedBy('Wren', 'U0ADA'),
    'who has chosen something leaves': () => ladder.slack.deactivate(ladder.as('Sora').id),
  },
};

describe('what is watched here', () => {
  it('is a post of every kind that there is, and none says how far away a day is', async () => {
    const rows = await context().db.delivery.findMany({ where: { state: 'sent' } });
    const kinds = messages.definitions.map(({ kind }) => kind);
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
    for (const post of posts()) expect(post.replace(snoozeChoices, '')).not.toMatch(passingWords);
  });
});

/** Posts of before that are edited only when they are pressed. */
const daysOfEdits = 100;

async function expectNoStalePost(after: string) {
  await ladder.ladder.idle();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    ladder.clock.advance({ minutes: 1 });
    await ladder.sendDue();
  }
  const soonAfter = posts();
  // Whatever nobody has marked is read again all the same.
  const now = ladder.clock.now();
  const since = new Date(now.getTime() - daysOfEdits * 24 * 60 * 60_000);
  await context().db.delivery.updateMany({
    where: { slackTs: { not: null }, sentAt: { gt: since } },
    data: { redrawDueAt: now },
  });
  await ladder.sendDue();
  expect(posts(), after).toEqual(soonAfter);
}

describe('within a minute or two every post says what is so', () => {
  it.each(Object.entries(courses))(
    'with %s',
    async (_, course) => {
      for (const [name, happens] of Object.entries(course)) {
        await happens();
        await expectNoStalePost(name);
      }
    },
    240_000,
  );
});
