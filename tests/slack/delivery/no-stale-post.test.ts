import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { visibleText } from '../../../playground/slack/index.js';
import { reopenCheckIn } from '../../../src/services/check-in/check-ins.js';
import { confirmConversation } from '../../../src/services/conversation/confirming.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import {
  cancelCycle,
  closeCycle,
  excludePeople,
  includePeople,
  moveCycle,
} from '../../../src/services/cycle/index.js';
import { updateOwnAssignment } from '../../../src/services/person/assignments.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { keepWorld } from '../../support/kept-world.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, openCheckIn } from '../check-in/desk.js';
import { personOf, putAction } from '../team/people.js';
import { giveView, ref, send } from './acts.js';

let ladder: TestLadder;
let rosasCheckIn: string;
let teosCheckIn: string;
let putBack: () => Promise<void>;
/** A quarter in which everybody has had every kind of post: Rosa's brief, Teo's view that waits. */
beforeAll(async () => {
  ladder = await startTestLadder();
  await arriveAt('2027-03-03T14:00:00Z');
  await putAction(ladder, 'Sora', { what: 'Shadow two calls', dueOn: '2027-03-10' });
  await putAction(ladder, 'Rosa', { what: 'Find a project', dueOn: '2027-03-10', owner: 'Mika' });
  await arriveAt('2027-03-10T14:00:00Z');
  await nudge('Noor', 'Sora');
  rosasCheckIn = await send(ladder, 'Rosa');
  await giveView(ladder, 'Mika', 'Rosa');
  teosCheckIn = await send(ladder, 'Teo');
  await arriveAt('2027-03-11T14:00:00Z');
  await recordConversation(
    context(),
    { ...(await ref(ladder, 'Mika')), checkInId: rosasCheckIn },
    '2027-03-11',
  );
  await arriveAt('2027-03-12T14:00:00Z');
  putBack = await keepWorld(ladder);
});
afterEach(async () => {
  for (const { id, deleted } of ladder.slack.state().people) {
    if (deleted) await ladder.slack.change({ id, deleted: false });
  }
  await ladder.ladder.idle();
  await putBack();
});
afterAll(() => ladder.stop());

const context = () => ladder.ladder.context;
const by = { operator: 'maintainer' };
const change = () => ({ workspaceId: ladder.ladder.workspace.id, by, name: 'Q1 2027' });

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

async function nudge(manager: string, report: string) {
  const [{ id: managerId }, { id: reportId }] = [
    await personOf(ladder, manager),
    await personOf(ladder, report),
  ];
  const { workspace, messenger } = ladder.ladder;
  await nudgeReport(context(), messenger, { workspaceId: workspace.id, managerId, reportId });
}

/** An admin's totals say when they were counted: they may be older than what they count. */
const datedTotals = /\*[^*]* check-ins are in[^*]*\*|\d+ problems?: .*|Counted .*/g;

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

async function assign(name: string, given: { manager?: string; role?: string }) {
  const { roleKey = 'associate' } = await personOf(ladder, name);
  await updateOwnAssignment(context(), await ref(ladder, name), {
    roleKey: given.role ?? roleKey,
    inRoleSince: undefined,
    managerSlackUserId: given.manager ? ladder.as(given.manager).id : ladder.as('Mika').id,
  });
}

const events: Record<string, () => Promise<unknown>> = {
  'nothing happens': async () => {},
  'the review moves': () => moveCycle(context(), { ...change(), reviewOn: '2027-03-31' }),
  'the review is cancelled': () => cancelCycle(context(), change()),
  'the review is closed early': () => closeCycle(context(), change()),
  'the review ends': async () => ladder.clock.set('2027-04-16T14:00:00Z'),
  'somebody is left out': () => excludePeople(context(), { ...change(), people: ['U0SORA'] }),
  'somebody who has sent theirs is left out': () =>
    excludePeople(context(), { ...change(), people: ['U0TEO'] }),
  'somebody is left out until tomorrow, and it is tomorrow': async () => {
    await excludePeople(context(), { ...change(), people: ['U0SORA'], until: '2027-03-13' });
    await ladder.sendDue();
    ladder.clock.set('2027-03-13T14:00:00Z');
  },
  'somebody is left out and taken in again': async () => {
    await excludePeople(context(), { ...change(), people: ['U0SORA'] });
    await includePeople(context(), { ...change(), people: ['U0SORA'] });
  },
  'a manager changes while a view is owed': () => assign('Teo', { manager: 'Noor' }),
  'a manager changes after the conversation': () => assign('Rosa', { manager: 'Noor' }),
  'a role changes': () => assign('Sora', { role: 'team-leader', manager: 'Noor' }),
  'somebody begins': async () => {
    const sora = ladder.as('Sora');
    await openCheckIn(ladder, sora);
    await sora.choose('modal', 'check_in.choose', 'Meeting');
    await ladder.ladder.idle();
    await sora.close({ all: true });
  },
  'somebody goes on to the next page': async () => {
    const sora = ladder.as('Sora');
    await openCheckIn(ladder, sora);
    await sora.choose('modal', 'check_in.choose', 'Meeting');
    await goOn(sora);
    await sora.close({ all: true });
  },
  'a check-in is sent': () => send(ladder, 'Sora'),
  'a check-in is taken back': async () =>
    reopenCheckIn(context(), { ...(await ref(ladder, 'Teo')), checkInId: teosCheckIn }),
  'a view is given': () => giveView(ladder, 'Mika', 'Teo'),
  'a conversation is confirmed': async () => {
    const { id } = await context().db.conversation.findFirstOrThrow();
    return confirmConversation(context(), { ...(await ref(ladder, 'Rosa')), conversationId: id });
  },
  'a report leaves': () => ladder.slack.deactivate(ladder.as('Teo').id),
  'a manager leaves': () => ladder.slack.deactivate(ladder.as('Mika').id),
  'a manager leaves and is back': async () => {
    await ladder.slack.deactivate(ladder.as('Mika').id);
    await ladder.ladder.idle();
    await ladder.slack.change({ id: ladder.as('Mika').id, deleted: false });
  },
};

describe('within a minute or two every post says what is so', () => {
  it.each(Object.entries(events))('after %s', async (_, happens) => {
    await happens();
    await ladder.ladder.idle();
    for (let minutes = 0; minutes < 3; minutes += 1) {
      ladder.clock.advance({ minutes: 1 });
      await ladder.sendDue();
    }
    const soonAfter = posts();
    // Whatever nobody has marked is read again all the same.
    const again = { redrawDueAt: ladder.clock.now() };
    await context().db.delivery.updateMany({ where: { slackTs: { not: null } }, data: again });
    await ladder.sendDue();
    expect(posts()).toEqual(soonAfter);
  });
});
