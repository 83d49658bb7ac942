import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordConversation } from '../../../src/services/conversation/recording.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { lastRead, personOf, readTeam } from '../team/people.js';
import { fillAction, inModal, lastOf, openRecordOf, reveal, untilModal } from './desk.js';

let ladder: TestLadder;
let checkInId: string;
beforeEach(async () => {
  ladder = await startTestLadder();
  checkInId = await reveal(ladder);
});
afterEach(() => ladder.stop());

async function openRecord() {
  await openRecordOf(ladder, checkInId);
}

/** What the two wrote stands in no log, no button and no metadata. */
function expectWordsNowhereElse() {
  const words = /retrospectives|project|slip|May|June|channel|calls/;
  expect(JSON.stringify(ladder.logged)).not.toMatch(words);
  for (const name of ['Mika', 'Teo']) {
    const shown = [...ladder.as(name).messages(), ...ladder.as(name).modals()];
    const values = JSON.stringify(shown).match(/"(value|private_metadata)":"[^"]*"/g) ?? [];
    expect(values.join()).not.toMatch(words);
  }
}

describe('Mika after her conversation with Teo', () => {
  it('records the day and what they agreed on, and Teo comments and confirms', async () => {
    // Mika begins with the day on which they talked, today unless she says otherwise.
    await openRecord();
    await untilModal(ladder, 'Mika', 'When did you talk?');
    expect(inModal(ladder, 'Mika')).toContain('Q1 2027');

    // Mika finds the same in her team.
    const mika = ladder.as('Mika');
    await mika.close();
    expect(await readTeam(ladder, 'Mika')).toContain('Both in');
    await mika.click(lastOf(ladder, 'Mika'), 'Record the conversation with Teo Associate');
    await untilModal(ladder, 'Mika', 'When did you talk?');

    // The field shows Mika that a future day can't be recorded.
    await mika.choose('modal', 'When did you talk?', '2027-03-26');
    await mika.submit();
    expect(inModal(ladder, 'Mika')).toContain('That day is still to come');
    await mika.choose('modal', 'When did you talk?', '2027-03-24');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'talked on Wednesday 24 March');

    // Mika keeps everything she typed with a past day, and reads what to do.
    await mika.click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', {
      what: 'Lead two <retrospectives> & talk',
      dueOn: '2027-03-24',
    });
    expect(inModal(ladder, 'Mika')).toContain('That day is past. Pick today or a later day.');
    await mika.choose('modal', 'By when?', '2027-04-15');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Add another action');
    expect(inModal(ladder, 'Mika')).toContain('Lead two <retrospectives> & talk');

    // Mika adds another one of her own, with a competency, from an empty form.
    await mika.click('modal', 'Add another action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await mika.submit();
    expect(mika.modal()?.errors).not.toEqual({});
    await fillAction(ladder, 'Mika', {
      what: 'Find Teo a project',
      owner: 'Mika Manager (you)',
      competency: 'Execution',
    });
    await untilModal(ladder, 'Mika', 'Find Teo a project');
    expect(inModal(ladder, 'Mika')).toMatch(/Find Teo a project.*\n.*\n.*yours.*Execution/);

    // Mika changes one, and goes back from another without saving.
    await mika.click('modal', 'Change', { nth: 0 });
    await untilModal(ladder, 'Mika', 'Change an action');
    await mika.type('What is to be done?', 'Lead two retrospectives');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Lead two retrospectives');
    await mika.click('modal', 'Change', { nth: 0 });
    await untilModal(ladder, 'Mika', 'Change an action');
    expect(mika.modals()).toHaveLength(2);
    await mika.close();
    expect(inModal(ladder, 'Mika')).toContain('What you agreed on');
    expect(inModal(ladder, 'Mika')).not.toContain('<retrospectives');

    // Mika drops a third one that was a slip, and sees the record without it open.
    await mika.click('modal', 'Add another action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', { what: 'A slip', dueOn: '2027-12-01' });
    await untilModal(ladder, 'Mika', 'A slip');
    await mika.click('modal', 'Drop', { nth: 2 });
    await untilModal(ladder, 'Mika', 'not to be done any more');
    await mika.type('Why is it not to be done any more?', 'Typed by mistake');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Dropped.');
    await mika.close();
    await untilModal(ladder, 'Mika', 'Reason: Typed by mistake');

    // Mika tells Teo now.
    const before = ladder.as('Teo').messages().length;
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'has the record now');
    expect(ladder.as('Teo').messages()).toHaveLength(before + 1);
    await ladder.as('Mika').close();

    // Teo reads the day, the actions and whose they are.
    expect(lastOf(ladder, 'Teo').text).toBe(
      '<@U0MIKA> recorded that you two talked on Wednesday 24 March. It notes 2 actions.',
    );
    expect(lastRead(ladder, 'Teo')).not.toMatch(/retrospectives|Find Teo/);
    await ladder.as('Teo').click(lastOf(ladder, 'Teo'), 'Read it');
    await untilModal(ladder, 'Teo', 'Lead two retrospectives');
    const text = inModal(ladder, 'Teo');
    await ladder.as('Teo').close();
    expect(text).toMatch(
      /Lead two retrospectives.*\nSeen by: Two notes in the channel\ndue on Thursday 15 April[^\n]* · yours/,
    );
    expect(text).toMatch(/Find Teo a project.*\n.*\n.*for <@U0MIKA>/);

    // Teo comments, and Mika hears of it.
    const teo = ladder.as('Teo');
    await teo.click(lastOf(ladder, 'Teo'), 'Comment');
    await untilModal(ladder, 'Teo', 'What do you see differently');
    await teo.type('What do you see differently, or want to add?', 'We said *May* & <June>.');
    await teo.submit();
    await untilModal(ladder, 'Teo', 'Your comment is kept');
    await teo.close();
    await ladder.sendDue();
    expect(lastOf(ladder, 'Mika').text).toContain('<@U0TEO> has commented');
    expect(lastRead(ladder, 'Mika')).not.toContain('June');
    await ladder.as('Mika').click(lastOf(ladder, 'Mika'), 'Read it');
    await untilModal(ladder, 'Mika', 'We said *May* & <June>.');
    await ladder.as('Mika').close();

    // Teo confirms it, and the message says so.
    const record = lastOf(ladder, 'Teo');
    await ladder.as('Teo').click(record, 'Confirm');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Teo').includes('You have confirmed this.'));
    expect(lastRead(ladder, 'Teo')).toContain('recorded that you two talked');
    await openRecord();
    await untilModal(ladder, 'Mika', 'has confirmed it');
    expectWordsNowhereElse();
  });
});

describe('a record that is opened late', () => {
  beforeEach(async () => {
    const { context, workspace } = ladder.ladder;
    const { id: personId } = await personOf(ladder, 'Mika');
    const ref = { workspaceId: workspace.id, personId, checkInId };
    await recordConversation(context, ref, '2027-03-24');
  });

  it('is refused to Mika once Teo has another manager, with a sentence', async () => {
    await openRecord();
    await untilModal(ladder, 'Mika', 'Add an action');
    const mika = ladder.as('Mika');
    await mika.click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    const { db } = ladder.ladder.context;
    const [teo, noor] = [await personOf(ladder, 'Teo'), await personOf(ladder, 'Noor')];
    await db.person.update({ where: { id: teo.id }, data: { managerId: noor.id } });
    await fillAction(ladder, 'Mika', { what: 'Too late' });
    expect(inModal(ladder, 'Mika')).toContain('that is not you any more. Nothing has changed.');
    expect(inModal(ladder, 'Mika')).toContain('What you typed is still here.');
    await mika.close();
    await openRecord();
    await untilModal(ladder, 'Mika', 'Only the manager of today');
    await mika.close();
    expectWordsNowhereElse();
  });

  it('stays open with what was typed while the database is away', async () => {
    const mika = ladder.as('Mika');
    await openRecord();
    await untilModal(ladder, 'Mika', 'Add an action');
    await mika.click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    ladder.database.cut();
    await fillAction(ladder, 'Mika', { what: 'Shadow two calls' });
    expect(inModal(ladder, 'Mika')).toMatch(
      /the database is not answering.*What you typed is still/,
    );
    ladder.database.restore();
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Shadow two calls');
    expectWordsNowhereElse();
  });
});
