import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { typedIn } from '../evidence/desk.js';
import { lastRead, personOf } from '../team/people.js';
import { fillAction, inModal, lastOf, reveal, untilModal } from './desk.js';

let ladder: TestLadder;
let checkInId: string;
beforeEach(async () => {
  ladder = await startTestLadder();
  checkInId = await reveal(ladder);
});
afterEach(() => ladder.stop());

/** Opens the record from the brief's window, as either of the two finds it there. */
async function openRecord(name: string, words: string) {
  const person = ladder.as(name);
  if (person.modal()) await person.close({ all: true });
  const brief = person
    .messages()
    .find(({ blocks }) => JSON.stringify(blocks).includes('brief.open'));
  if (!brief) throw new Error(`${name} has no brief`);
  await person.click(brief, 'brief.open');
  await untilModal(ladder, name, 'All competencies');
  await person.click('modal', 'conversation.record');
  await ladder.slack.waitFor(() => person.modal()?.title === 'Your conversation');
  await untilModal(ladder, name, words);
}

/** They rate Execution differently. */
async function rateDifferently() {
  const { db } = ladder.ladder.context;
  const { assessmentId, workspaceId } = await db.checkIn.findUniqueOrThrow({
    where: { id: checkInId },
  });
  const row = {
    ...{ workspaceId, competencyKey: 'execution' },
    ...{ noOpportunity: false, text: '', editedAt: ladder.clock.now() },
  };
  await db.checkInAnswer.create({ data: { ...row, checkInId, ratingKey: 'developing' } });
  await db.assessmentAnswer.create({
    data: { ...row, assessmentId: assessmentId ?? '', ratingKey: 'exceeding' },
  });
}

async function writeNotes(name: string, text: string) {
  const person = ladder.as(name);
  await person.click('modal', 'conversation.notes');
  await untilModal(ladder, name, 'What do you want to remember of it?');
  await person.type('conversation.notes_text', text);
}

describe('Teo, who talked with Mika', () => {
  it('records it and an action, and Mika confirms and adds one', async () => {
    const teo = ladder.as('Teo');
    await openRecord('Teo', 'When did you talk?');
    await teo.choose('modal', 'When did you talk?', '2027-03-24');
    await teo.submit();
    await untilModal(ladder, 'Teo', 'talked on Wednesday 24 March');
    await teo.click('modal', 'Add an action');
    await untilModal(ladder, 'Teo', 'What is to be done?');
    await fillAction(ladder, 'Teo', { what: 'Lead *two* calls', owner: 'Teo Associate (you)' });
    await untilModal(ladder, 'Teo', 'Add another action');
    await teo.submit();
    await untilModal(ladder, 'Teo', '<@U0MIKA> has the record now');

    // Mika reads it, comments, and confirms.
    expect(lastOf(ladder, 'Mika').text).toBe(
      '<@U0TEO> recorded that you two talked on Wednesday 24 March. It notes 1 action.',
    );
    expect(lastRead(ladder, 'Mika')).not.toContain('calls');
    const mika = ladder.as('Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Read it');
    await untilModal(ladder, 'Mika', 'Is it as you remember it?');
    expect(inModal(ladder, 'Mika')).toContain('Lead *two* calls');
    await mika.click('modal', 'Confirm');
    await untilModal(ladder, 'Mika', 'You have confirmed it.');
    await mika.click('modal', 'conversation.comment');
    await untilModal(ladder, 'Mika', 'What do you see differently');
    await mika.type('conversation.comment_text', 'It was a good hour.');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Your comment is kept');
    await ladder.sendDue();
    expect(lastOf(ladder, 'Teo').text).toContain('<@U0MIKA> has commented');

    // Mika adds one of her own, so that now Teo is asked to confirm.
    await openRecord('Mika', 'What you agreed on');
    await mika.click('modal', 'Add another action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', { what: 'Find a project', owner: 'Mika Manager (you)' });
    await untilModal(ladder, 'Mika', 'Find a project');
    await openRecord('Teo', 'Find a project');
    expect(inModal(ladder, 'Teo')).toContain(
      '<@U0MIKA> changed it last. Is it as you remember it?',
    );
    expect(inModal(ladder, 'Teo')).toContain('It was a good hour.');
  });

  it('sees the day that Mika recorded meanwhile, and keeps hers', async () => {
    const [teo, mika] = [ladder.as('Teo'), ladder.as('Mika')];
    await openRecord('Teo', 'When did you talk?');
    await openRecord('Mika', 'When did you talk?');
    await mika.choose('modal', 'When did you talk?', '2027-03-23');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'talked on Tuesday 23 March');
    await teo.choose('modal', 'When did you talk?', '2027-03-24');
    await teo.submit();
    await untilModal(ladder, 'Teo', 'talked on Tuesday 23 March');
    expect(inModal(ladder, 'Teo')).toContain(
      '<@U0MIKA> has recorded Tuesday 23 March meanwhile, so that stays.',
    );
    expect(await ladder.ladder.context.db.conversation.count()).toBe(1);
  });

  it('reads what was recorded with Mika after Noor has come, and can change none of it', async () => {
    await openRecord('Mika', 'When did you talk?');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'Add an action');
    await writeNotes('Mika', 'Between the two of us');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'The notes are saved.');
    const { db } = ladder.ladder.context;
    const [teo, noor] = [await personOf(ladder, 'Teo'), await personOf(ladder, 'Noor')];
    await db.person.update({ where: { id: teo.id }, data: { managerId: noor.id } });
    await openRecord('Teo', 'Between the two of us');
    expect(inModal(ladder, 'Teo')).toContain('with the manager you had then');
    for (const button of ['conversation.add', 'conversation.notes', 'conversation.day']) {
      await expect(ladder.as('Teo').click('modal', button)).rejects.toThrow();
    }
  });
});

describe('the notes of the conversation', () => {
  beforeEach(async () => {
    await openRecord('Mika', 'When did you talk?');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'Add an action');
  });

  it('are written by both, and whoever comes second loses nothing', async () => {
    await openRecord('Teo', 'What you agreed on');
    await writeNotes('Teo', 'We *named* the launch.');
    await writeNotes('Mika', 'It went <well>.');
    await ladder.as('Teo').submit();
    await untilModal(ladder, 'Teo', 'The notes are saved.');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', '<@U0TEO> changed the notes while you wrote');
    expect(inModal(ladder, 'Mika')).toContain('We *named* the launch.');
    expect(typedIn(ladder.as('Mika'), 'conversation.notes_text')).toBe('It went <well>.');
    const both = 'We *named* the launch. It went <well>.';
    await ladder.as('Mika').type('conversation.notes_text', both);
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'The notes are saved.');

    // Both read them, in the record and in the brief, and no message quotes them.
    await openRecord('Teo', both);
    await ladder.as('Teo').close();
    await untilModal(ladder, 'Teo', 'All competencies');
    for (const name of ['Teo', 'Mika']) {
      expect(JSON.stringify(ladder.as(name).messages())).not.toContain('launch');
    }
    expect(JSON.stringify(ladder.logged)).not.toContain('launch');
  });

  it('come back where they were typed and not saved', async () => {
    await writeNotes('Mika', 'Half a thought');
    await ladder.ladder.idle();
    await ladder.as('Mika').close();
    await ladder.as('Mika').click('modal', 'conversation.notes');
    await untilModal(ladder, 'Mika', 'What you typed here before is back.');
    expect(typedIn(ladder.as('Mika'), 'conversation.notes_text')).toBe('Half a thought');
  });
});

describe('an action that the other one changes while it is open', () => {
  it('is not overwritten, and what was typed stays', async () => {
    await openRecord('Mika', 'When did you talk?');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'Add an action');
    await ladder.as('Mika').click('modal', 'Add an action');
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await fillAction(ladder, 'Mika', { what: 'Lead a call' });
    await untilModal(ladder, 'Mika', 'Add another action');
    await openRecord('Teo', 'Lead a call');
    for (const name of ['Mika', 'Teo']) {
      await ladder.as(name).click('modal', 'Change');
      await untilModal(ladder, name, 'Change an action');
    }
    await ladder.as('Teo').type('conversation.what', 'Lead two calls');
    await ladder.as('Teo').submit();
    await untilModal(ladder, 'Teo', 'The action is saved.');
    await ladder.as('Mika').type('conversation.what', 'Lead three calls');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', '<@U0TEO> changed this action while you wrote');
    expect(inModal(ladder, 'Mika')).toContain('Lead two calls');
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBe('Lead three calls');
    await ladder.as('Mika').submit();
    await ladder.slack.waitFor(() => ladder.as('Mika').modals().length === 2);
    await untilModal(ladder, 'Mika', 'Lead three calls');
  });
});

describe('what the two still see differently', () => {
  it('is marked by either, and stands in the record, the brief and the history of both', async () => {
    await rateDifferently();
    await openRecord('Mika', 'When did you talk?');
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'Add an action');
    await openRecord('Teo', 'What you agreed on');
    const teo = ladder.as('Teo');
    await teo.click('modal', 'Record what you two still see differently');
    await untilModal(ladder, 'Teo', 'Teo: Developing · Mika: Exceeding');
    await teo.click('modal', 'We still see it differently: Execution');
    await untilModal(ladder, 'Teo', '✓ You still see it differently.');
    await teo.close();
    await untilModal(ladder, 'Teo', 'You still see this differently: Execution.');
    await openRecord('Mika', 'You still see this differently: Execution. That is a good outcome');
    await ladder.as('Mika').close();
    await untilModal(ladder, 'Mika', 'All competencies');
    const mika = ladder.as('Mika');
    await mika.close({ all: true });
    const brief = mika
      .messages()
      .find(({ blocks }) => JSON.stringify(blocks).includes('brief.open'));
    if (!brief) throw new Error('no brief');
    await mika.click(brief, 'brief.open');
    await untilModal(ladder, 'Mika', 'You still see this differently: Execution.');
    expect(JSON.stringify(mika.messages())).not.toContain('still see');
  });
});
