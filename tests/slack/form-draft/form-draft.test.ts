import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { reads } from '../check-in/desk.js';
import { inModal, lastOf, reveal, untilModal } from '../conversation/desk.js';
import { fillAndKeep, keep, openList, said, typedIn } from '../evidence/desk.js';
import { readTeam } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

const words = 'Half a *thought* & <more>';
const isBack = 'What you typed here before is back.';

/** Types into a form, leaves it with its Cancel or X, and opens it again. */
async function typeAndComeBack(
  name: string,
  form: { open: () => Promise<unknown>; field: string; label: string },
  text = words,
): Promise<void> {
  const person = ladder.as(name);
  await form.open();
  await untilModal(ladder, name, form.label);
  await person.type(form.field, text);
  await ladder.ladder.idle();
  await person.close();
  await form.open();
  await untilModal(ladder, name, form.label);
}

async function openRecord() {
  const mika = ladder.as('Mika');
  await reveal(ladder);
  await mika.click(lastOf(ladder, 'Mika'), 'conversation.record');
  await untilModal(ladder, 'Mika', 'When did you talk?');
  await mika.submit();
  await untilModal(ladder, 'Mika', 'Add an action');
}

const newAction = {
  open: () => ladder.as('Mika').click('modal', 'conversation.add'),
  field: 'conversation.what',
  label: 'What is to be done?',
};

describe('what somebody has typed and not sent comes back', () => {
  it('in a new action, until it is saved', async () => {
    await openRecord();
    const mika = ladder.as('Mika');
    await typeAndComeBack('Mika', newAction);
    expect(inModal(ladder, 'Mika')).toContain(isBack);
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBe(words);

    // It is saved, and the next form is empty.
    await mika.type('conversation.measure', 'We see it');
    await mika.choose('modal', 'By when?', '2027-05-31');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Add another action');
    await ladder.ladder.idle();
    await newAction.open();
    await untilModal(ladder, 'Mika', 'What is to be done?');
    expect(inModal(ladder, 'Mika')).not.toContain(isBack);
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBeFalsy();
    const { db } = ladder.ladder.context;
    expect(await db.formDraft.count({ where: { text: { not: '' } } })).toBe(0);
    await mika.close();

    // Of an action that is there, what is saved stands beside what was typed, and can be had back.
    const change = { ...newAction, open: () => mika.click('modal', 'Change', { nth: 0 }) };
    await typeAndComeBack('Mika', change, 'Something else');
    expect(inModal(ladder, 'Mika')).toMatch(/Saved so far:[\s\S]*Half a \*thought\* & <more>/);
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBe('Something else');
    await mika.click('modal', 'Clear what I typed before');
    await ladder.slack.waitFor(() => !inModal(ladder, 'Mika').includes(isBack));
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBe(words);
    expect(typedIn(ladder.as('Mika'), 'conversation.measure')).toBe('We see it');
    await mika.close();
    await change.open();
    await untilModal(ladder, 'Mika', 'What is to be done?');
    expect(inModal(ladder, 'Mika')).not.toContain(isBack);
  });

  it('in why an action moves or is dropped, each in its own form', async () => {
    await openRecord();
    const mika = ladder.as('Mika');
    await newAction.open();
    await untilModal(ladder, 'Mika', 'What is to be done?');
    await mika.type('conversation.what', 'Lead a call');
    await mika.type('conversation.measure', 'We see it');
    await mika.choose('modal', 'By when?', '2027-05-31');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Add another action');
    const field = 'action.reason';
    const label = 'not to be done any more';
    const drop = { field, label, open: () => mika.click('modal', 'Drop') };
    await typeAndComeBack('Mika', drop, 'Not needed now');
    expect(typedIn(ladder.as('Mika'), field)).toBe('Not needed now');
    await mika.close({ all: true });
    const teo = ladder.as('Teo');
    await teo.command('/ladder', 'me');
    await ladder.slack.waitFor(() => lastOf(ladder, 'Teo').text.startsWith('You are'));
    await teo.click(lastOf(ladder, 'Teo'), 'All my actions');
    await untilModal(ladder, 'Teo', 'Lead a call');
    const move = { field, label: 'Why does it move?', open: () => teo.click('modal', 'Move') };
    await typeAndComeBack('Teo', move, 'Away in May');
    expect(typedIn(ladder.as('Teo'), field)).toBe('Away in May');
  });

  it('in a comment on the record', async () => {
    await openRecord();
    await ladder.as('Mika').submit();
    await untilModal(ladder, 'Mika', 'has the record now');
    await typeAndComeBack('Teo', {
      open: () => ladder.as('Teo').click(lastOf(ladder, 'Teo'), 'Comment'),
      field: 'conversation.comment_text',
      label: 'What do you see differently',
    });
    expect(typedIn(ladder.as('Teo'), 'conversation.comment_text')).toBe(words);
    await ladder.as('Teo').submit();
    await untilModal(ladder, 'Teo', 'Your comment is kept');
  });

  it('in a piece of evidence: in a new one, in one about a message, in a change', async () => {
    const rosa = ladder.as('Rosa');
    const field = 'evidence.note';
    const label = 'What changed because of it?';
    const message = await said(ladder, 'Rosa', 'The refund workshop is done');
    const about = { field, label, open: () => keep(ladder, rosa, message) };
    await typeAndComeBack('Rosa', about, 'About the message');
    expect(typedIn(ladder.as('Rosa'), field)).toBe('About the message');
    await rosa.close();
    const fresh = {
      ...{ field, label },
      open: async () => {
        await openList(ladder, rosa);
        await rosa.click('modal', 'Add a piece of evidence');
      },
    };
    await typeAndComeBack('Rosa', fresh, 'About something else');
    expect(typedIn(ladder.as('Rosa'), field)).toBe('About something else');
    await fillAndKeep(rosa, { note: 'Kept now', competency: 'Execution' });
    await untilModal(ladder, 'Rosa', 'Kept now');
    await ladder.ladder.idle();
    const change = { field, label, open: () => rosa.click('modal', 'evidence.edit') };
    await typeAndComeBack('Rosa', change, 'Kept better');
    expect(reads(rosa)).toMatch(/Saved so far:[\s\S]*Kept now/);
    expect(typedIn(ladder.as('Rosa'), field)).toBe('Kept better');
  });

  it('in a note that a manager keeps about a report', async () => {
    const mika = ladder.as('Mika');
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
    await untilModal(ladder, 'Mika', 'What you keep for your next view');
    await typeAndComeBack('Mika', {
      open: () => mika.click('modal', 'manager_note.add'),
      field: 'manager_note.note',
      label: 'What did you see?',
    });
    expect(typedIn(ladder.as('Mika'), 'manager_note.note')).toBe(words);
  });
});

describe('what was typed in a form', () => {
  it('stands in no log, and is offered to nobody else', async () => {
    await openRecord();
    await typeAndComeBack('Mika', newAction);
    expect(JSON.stringify(ladder.logged)).not.toContain('thought');
    expect(JSON.stringify(ladder.as('Teo').messages())).not.toContain('thought');
  });

  it('is still there where the database was away while it was typed, and while it was sent', async () => {
    await openRecord();
    const mika = ladder.as('Mika');
    await newAction.open();
    await untilModal(ladder, 'Mika', 'What is to be done?');
    ladder.database.cut();
    await mika.type('conversation.what', 'Lead');
    await ladder.ladder.idle();
    ladder.database.restore();
    await mika.type('conversation.what', 'Lead a call');
    await ladder.ladder.idle();
    await mika.close();
    await newAction.open();
    await untilModal(ladder, 'Mika', isBack);
    expect(typedIn(ladder.as('Mika'), 'conversation.what')).toBe('Lead a call');
  });
});
