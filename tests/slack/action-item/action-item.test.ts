import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Prisma } from '../../../src/database/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { agreeOn } from '../../../src/services/conversation/agreements.js';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { sample } from '../../services/conversation/world.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { putRevealed } from '../../support/revealed.js';
import { giveManager } from '../assessment/desk.js';
import { inModal, lastOf, reveal, untilModal } from '../conversation/desk.js';
import { lastRead, personOf } from '../team/people.js';

let ladder: TestLadder;
let ref: { workspaceId: string; personId: string; checkInId: string };
beforeEach(async () => {
  ladder = await startTestLadder();
  const checkInId = await reveal(ladder);
  const { id: personId } = await personOf(ladder, 'Mika');
  const { context, workspace } = ladder.ladder;
  ref = { workspaceId: workspace.id, personId, checkInId };
  await recordConversation(context, ref, '2027-03-25');
  await agree({ what: 'Lead two retrospectives', dueOn: '2027-04-15' });
  await agree({ what: 'Shadow two calls', dueOn: '2027-04-20' });
  await agree({ what: 'Find Teo a project', dueOn: '2027-04-15', side: 'manager' });
  ladder.clock.advance({ minutes: 15 });
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

function agree(some: Partial<ReturnType<typeof sample>>) {
  return agreeOn(ladder.ladder.context, ref, { ...sample(), ...some });
}

async function readMe(firstName: string): Promise<string> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', 'me');
  await ladder.slack.waitFor(() => person.messages().length > before);
  return lastRead(ladder, firstName);
}

/** Which of the actions' buttons in the list is this one's. */
function nthOf(firstName: string, what: string): { nth: number } {
  const text = inModal(ladder, firstName);
  const all = ['Lead two retrospectives', 'Find Teo a project', 'Shadow two calls'];
  const before = all.filter((one) => text.indexOf(one) < text.indexOf(what));
  return { nth: before.length };
}

/** Waits for a new message to somebody and reads it. */
async function nextRead(firstName: string, act: () => Promise<unknown>): Promise<string> {
  const before = ladder.as(firstName).messages().length;
  await act();
  await ladder.slack.waitFor(() => ladder.as(firstName).messages().length > before);
  return lastRead(ladder, firstName);
}

describe('open actions', () => {
  it("stand in Teo's own page with their day and whose they are", async () => {
    const text = await readMe('Teo');
    expect(text).toMatch(/Lead two retrospectives.* · due on Thursday 15 April · yours/);
    expect(text).toMatch(/Find Teo a project.* · for Mika Manager/);
  });

  it("stand in Mika's as far as they are hers to do", async () => {
    const text = await readMe('Mika');
    expect(text).toMatch(/Find Teo a project.* · yours, agreed on with Teo Associate/);
    expect(text).not.toContain('Shadow two calls');
  });

  it('can all be opened, with the record to confirm', async () => {
    await readMe('Teo');
    const teo = ladder.as('Teo');
    await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
    await untilModal(ladder, 'Teo', 'You talked with your manager on Thursday 25 March.');
    expect(inModal(ladder, 'Teo')).toContain('Shadow two calls');
    await teo.click('modal', 'Confirm');
    await untilModal(ladder, 'Teo', 'You have confirmed this.');
    expect(inModal(ladder, 'Teo')).not.toContain('as you remember it?');
    await teo.close();
  });
});

describe('moving an action', () => {
  it('needs another day and a reason, loses nothing that was typed, and tells Mika', async () => {
    // It needs another day and a reason, and loses nothing that was typed.
    await readMe('Teo');
    const teo = ladder.as('Teo');
    await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
    await untilModal(ladder, 'Teo', 'Shadow two calls');
    await teo.click('modal', 'Move', { nth: 2 });
    await untilModal(ladder, 'Teo', 'By when instead?');
    expect(inModal(ladder, 'Teo')).toContain('Shadow two calls');
    await teo.type('Why does it move?', 'The calls are in May');
    await teo.choose('modal', 'By when instead?', '2027-03-01');
    await teo.submit();
    expect(inModal(ladder, 'Teo')).toContain('That day is past.');
    await teo.choose('modal', 'By when instead?', '2027-05-11');
    await teo.submit();
    await untilModal(ladder, 'Teo', 'Moved to Tuesday 11 May. <@U0MIKA> hears of it.');
    await teo.close();
    await untilModal(ladder, 'Teo', 'Reason: The calls are in May');
    await teo.close();

    // It tells Mika, who opens the same list from the message.
    const text = await nextRead('Mika', () => ladder.sendDue());
    expect(text).toContain('<@U0TEO> has moved one of 3 agreed things to Tuesday 11 May.');
    expect(text).not.toMatch(/Shadow|The calls/);
    await ladder.as('Mika').click(lastOf(ladder, 'Mika'), 'Open');
    await untilModal(ladder, 'Mika', 'Reason: The calls are in May');
    await ladder.as('Mika').close();
  });
});

describe('the day of an action', () => {
  it('asks each owner once, and leads to what is due', async () => {
    // It asks each owner once.
    ladder.clock.set('2027-04-15T08:00:00Z');
    const text = await nextRead('Teo', () => ladder.sendDue());
    const fact = 'One thing you agreed on with <@U0MIKA> is due on Thursday 15 April.';
    expect(lastOf(ladder, 'Teo').text).toBe(fact);
    expect(text).not.toContain('retrospectives');
    expect(lastRead(ladder, 'Mika')).toContain(
      'One thing you agreed on with <@U0TEO> is due on Thursday 15 April',
    );
    const teosBefore = ladder.as('Teo').messages().length;
    await ladder.sendDue();
    expect(ladder.as('Teo').messages()).toHaveLength(teosBefore);

    // It opens, and is done there with one press.
    const teo = ladder.as('Teo');
    await teo.click(lastOf(ladder, 'Teo'), 'Open');
    await untilModal(ladder, 'Teo', 'Lead two retrospectives');
    await teo.click('modal', 'Done');
    await untilModal(ladder, 'Teo', 'Done. <@U0MIKA> hears of it.');
    await teo.close();
    const before = ladder.as('Mika').messages().length;
    await ladder.sendDue();
    expect(ladder.as('Mika').messages()).toHaveLength(before + 1);
    expect(lastOf(ladder, 'Mika').text).toBe('<@U0TEO> has marked one of 3 agreed things as done.');
  });
});

describe('dropping an action', () => {
  it('needs a reason, and is for the new manager, who inherits what is open and nothing else', async () => {
    // It needs a reason, and is refused to a manager of the past.
    await readMe('Mika');
    const mine = lastOf(ladder, 'Mika');
    const mika = ladder.as('Mika');
    await mika.click(mine, 'Open');
    await untilModal(ladder, 'Mika', 'Find Teo a project');
    await mika.click('modal', 'Drop', nthOf('Mika', 'Find Teo a project'));
    await untilModal(ladder, 'Mika', 'Why is it not to be done any more?');
    await giveManager(ladder, 'Teo', 'Noor');
    await mika.type('Why is it not to be done any more?', 'Teo has a project');
    await mika.submit();
    expect(inModal(ladder, 'Mika')).toContain('you are neither. Nothing has changed.');
    await mika.close();
    await mika.click('modal', 'Done', nthOf('Mika', 'Find Teo a project'));
    await untilModal(ladder, 'Mika', 'you are neither');
    await mika.close({ all: true });

    // It is for the new manager, who inherits what is open and nothing else.
    const text = await readMe('Noor');
    expect(text).toContain('Find Teo a project');
    const noor = ladder.as('Noor');
    const theirs = lastOf(ladder, 'Noor');
    await noor.click(theirs, 'Open');
    await untilModal(ladder, 'Noor', 'Find Teo a project');
    await noor.click('modal', 'Drop', nthOf('Noor', 'Find Teo a project'));
    await untilModal(ladder, 'Noor', 'Why is it not to be done any more?');
    await noor.submit();
    expect(noor.modal()?.errors).not.toEqual({});
    await noor.type('Why is it not to be done any more?', 'There is one by now');
    await noor.submit();
    await untilModal(ladder, 'Noor', 'Dropped. <@U0TEO> hears of it.');
    await noor.close();
    const told = await nextRead('Teo', () => ladder.sendDue());
    expect(told).toContain('Your manager has dropped one of 3 agreed things.');
    expect(told).not.toContain('There is one by now');
    // The list below and the answer from which it was opened show what is left.
    await untilModal(ladder, 'Noor', 'Lead two retrospectives');
    expect(inModal(ladder, 'Noor')).not.toContain('Find Teo a project');
    await ladder.slack.waitFor(() => !lastRead(ladder, 'Noor').includes('Find Teo a project'));
    await noor.close();
  });
});

describe('the next check-in', () => {
  it('begins with what was agreed on last time', async () => {
    const { db } = ladder.ladder.context;
    const now = (what: string, data: Prisma.ActionItemUpdateManyMutationInput) =>
      db.actionItem.updateMany({ where: { what }, data });
    await now('Lead two retrospectives', { state: 'done', closedAt: ladder.clock.now() });
    await now('Find Teo a project', { state: 'dropped', closedAt: ladder.clock.now() });
    await now('Shadow two calls', { dueOn: dateFromDay('2027-05-11') });
    ladder.clock.set('2027-06-10T08:00:00Z');
    await ladder.sendDue();
    const teo = ladder.as('Teo');
    await teo.command('/ladder', 'check-in');
    await untilModal(ladder, 'Teo', 'Last time you agreed: 1 of 2 done');
    expect(inModal(ladder, 'Teo')).toMatch(
      /Shadow two calls.*\n.*\nwas due on Tuesday 11 May, 30 days ago/,
    );
    await teo.close();
  });
});

describe('the next conversation', () => {
  /** Mika's record of the conversation about the next cycle, with the day noted. */
  async function openNextRecord() {
    const { context, workspace } = ladder.ladder;
    ladder.clock.set('2027-06-10T08:00:00Z');
    await ladder.sendDue();
    ladder.clock.set('2027-06-25T08:00:00Z');
    const cycle = await findOpenCycle(context, workspace.id);
    const { id: personId, roleKey } = await personOf(ladder, 'Teo');
    const { id: checkInId } = await putRevealed(context, {
      ...{ workspaceId: workspace.id, cycleId: cycle?.id ?? '', personId },
      ...{ managerId: ref.personId, roleKey: roleKey ?? '', at: ladder.clock.now() },
    });
    await recordConversation(context, { ...ref, checkInId }, '2027-06-24');
    const mika = ladder.as('Mika');
    await nextRead('Mika', () => mika.command('/ladder', 'team'));
    await mika.click(lastOf(ladder, 'Mika'), 'Open the record with Teo Associate');
    await untilModal(ladder, 'Mika', 'Still open from earlier');
    return mika;
  }

  it('asks about what is still open: done, moved or dropped, and the record stays', async () => {
    const { db } = ladder.ladder.context;
    await db.actionItem.updateMany({
      where: { what: 'Find Teo a project' },
      data: { state: 'done', closedAt: ladder.clock.now() },
    });
    const mika = await openNextRecord();
    const text = inModal(ladder, 'Mika');
    expect(text).toMatch(/Lead two retrospectives.*\n.*\nwas due on Thursday 15 April/);
    expect(text).toContain('Shadow two calls');
    expect(text).not.toContain('Find Teo a project');

    await mika.click('modal', 'Done', { nth: 0 });
    await untilModal(ladder, 'Mika', 'Done.');
    expect(inModal(ladder, 'Mika')).toContain('You and <@U0TEO> talked on Thursday 24 June');
    expect(inModal(ladder, 'Mika')).not.toContain('Lead two retrospectives');

    await mika.click('modal', 'Drop');
    await untilModal(ladder, 'Mika', 'Why is it not to be done any more?');
    await mika.type('Why is it not to be done any more?', 'The team has no such calls now');
    await mika.submit();
    await mika.close();
    await untilModal(ladder, 'Mika', 'Dropped.');
    expect(inModal(ladder, 'Mika')).not.toContain('Still open from earlier');
    const states = await db.actionItem.findMany({ where: { workspaceId: ref.workspaceId } });
    expect(states.map(({ state }) => state).sort()).toEqual(['done', 'done', 'dropped']);
  });
});

describe('forty actions of the longest texts', () => {
  it('fit wherever they are shown, whole, with how many more there are', async () => {
    ladder.clock.set('2027-06-10T08:00:00Z');
    await ladder.sendDue();
    const { id } = await personOf(ladder, 'Teo');
    const { db } = ladder.ladder.context;
    await db.actionItem.createMany({
      data: Array.from({ length: 40 }, (_, number) => ({
        workspaceId: ref.workspaceId,
        conversationId: null,
        personId: id,
        ownerId: id,
        what: `${'&'.repeat(240)} ${number}`,
        measure: '<'.repeat(250),
        reason: '>'.repeat(250),
        dueOn: new Date('2027-06-10'),
        createdAt: ladder.clock.now(),
      })),
    });
    const text = await readMe('Teo');
    expect(text).toMatch(/Actions\* · 3 of \d+/);
    const teo = ladder.as('Teo');
    await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
    await untilModal(ladder, 'Teo', 'more actions, later or older.');
    await teo.close();
    await teo.command('/ladder', 'check-in');
    await untilModal(ladder, 'Teo', 'more actions.');
    await teo.close();
  });
});
