import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveManager, openView, sendCheckIn } from '../assessment/desk.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { inModal, lastOf, untilModal } from '../conversation/desk.js';
import { errorAt } from '../evidence/desk.js';
import { personOf, putAction, putReveal, readTeam } from './people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
});
afterEach(() => ladder.stop());

/** Opens the page about a report from the manager's team. */
async function openPage(manager: string, report: string): Promise<string> {
  const person = ladder.as(manager);
  if (person.modal()) await person.close({ all: true });
  await readTeam(ladder, manager);
  await person.click(lastOf(ladder, manager), `Open the page of ${report}`);
  await untilModal(ladder, manager, 'What you keep for your next view');
  return reads(person);
}

async function keep(manager: string, words: string): Promise<void> {
  const person = ladder.as(manager);
  await person.click('modal', 'Keep something about Teo Associate');
  await untilModal(ladder, manager, 'What did you see?');
  await person.type('What did you see?', words);
  await person.submit();
  await untilModal(ladder, manager, words);
}

const notes = () => ladder.ladder.context.db.managerNote;

describe('the page about a report', () => {
  it('says their role and time in it, how far they are, and what was agreed', async () => {
    await openQuarter(ladder);
    for (const what of ['Shadow two calls', 'B', 'C', 'D']) {
      await putAction(ladder, 'Teo', { what, dueOn: '2027-03-20' });
    }
    const text = await openPage('Mika', 'Teo Associate');
    expect(text).toContain('Business Operations Associate\nIn this role for 1 year');
    expect(text).toMatch(
      /Q1 2027\*, conversations from Wednesday 24 March\nWaiting for their check-in/,
    );
    expect(text).toContain('Shadow two calls');
    expect(text).toContain('And 1 more open action.');
    await ladder.as('Mika').click('modal', 'All actions');
    await untilModal(ladder, 'Mika', 'Move');
  });

  it('nudges, and says so on the page itself', async () => {
    await openQuarter(ladder);
    await openPage('Mika', 'Teo Associate');
    await ladder.as('Mika').click('modal', 'Nudge Teo Associate');
    await untilModal(ladder, 'Mika', 'for their check-in');
    expect(inModal(ladder, 'Mika')).toContain('What you keep for your next view');
  });

  it('begins the view once their check-in is in, and opens earlier ratings only after it', async () => {
    await openQuarter(ladder);
    await sendCheckIn(ladder, 'Teo');
    const text = await openPage('Mika', 'Teo Associate');
    expect(text).toContain('Earlier ratings open once you have given your view');
    expect(text).not.toContain('Exceeding');
    await ladder.as('Mika').click('modal', 'Give my view of Teo Associate');
    await untilModal(ladder, 'Mika', 'Your view of Teo Associate');
  });

  it('opens earlier ratings after the view, and records that they were read', async () => {
    await openQuarter(ladder);
    await putReveal(ladder, 'Teo', [
      { competency: 'execution', self: 'meeting', view: 'exceeding' },
    ]);
    expect(await openPage('Mika', 'Teo Associate')).not.toContain('Exceeding');
    const { db } = ladder.ladder.context;
    const before = await db.accessLogEntry.count();
    await ladder.as('Mika').click('modal', 'Earlier ratings');
    await untilModal(ladder, 'Mika', 'Exceeding');
    expect(await db.accessLogEntry.count()).toBe(before + 1);
  });

  it('says who they are while no review is open', async () => {
    expect(await openPage('Mika', 'Teo Associate')).toContain('No check-ins are open now.');
  });
});

describe('what a manager keeps about a report', () => {
  it('stands on their page, newest first, until it is deleted', async () => {
    await openPage('Mika', 'Teo Associate');
    await keep('Mika', 'Ran the pricing workshop alone');
    await ladder.as('Mika').click('modal', 'Delete the note of Thursday 4 March');
    await ladder.slack.waitFor(() => !inModal(ladder, 'Mika').includes('pricing workshop'));
    expect(await notes().count()).toBe(0);
  });

  it('needs some words and a day that has been, and loses nothing meanwhile', async () => {
    await openPage('Mika', 'Teo Associate');
    const mika = ladder.as('Mika');
    await mika.click('modal', 'Keep something about Teo Associate');
    await untilModal(ladder, 'Mika', 'What did you see?');
    await mika.type('What did you see?', 'Calm in the refund week');
    await mika.choose('modal', 'When did it happen?', '2027-04-01');
    const { errors } = await mika.submit();
    expect(errors?.['manager_note.happened_on']).toContain('still to come');
    await mika.choose('modal', 'When did it happen?', '2027-03-01');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Calm in the refund week');
    expect(await notes().count()).toBe(1);
  });

  it('stands beside the pages of the view, and is used in its text or deleted there', async () => {
    await openQuarter(ladder);
    await sendCheckIn(ladder, 'Teo');
    await openPage('Mika', 'Teo Associate');
    await keep('Mika', 'Ran the pricing workshop alone');
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('What you kept for this view');
    await mika.type('assessment.type', 'Calm.');
    await mika.click('modal', 'Use the note of Thursday 4 March');
    const { assessmentAnswer } = ladder.ladder.context.db;
    await ladder.slack.waitFor(() =>
      JSON.stringify(mika.modal()?.values).includes('Calm.\\n\\nRan the pricing workshop alone'),
    );
    expect((await assessmentAnswer.findFirstOrThrow()).text).toContain('pricing workshop');
    await mika.click('modal', 'Delete the note of Thursday 4 March');
    await ladder.slack.waitFor(() => !reads(mika).includes('What you kept for this view'));
    expect((await assessmentAnswer.findFirstOrThrow()).text).toContain('pricing workshop');
    expect(await notes().count()).toBe(0);
  });

  it('is never shown to the next manager, and waits for its author', async () => {
    await openPage('Mika', 'Teo Associate');
    await keep('Mika', 'Ran the pricing workshop alone');
    await giveManager(ladder, 'Teo', 'Noor');
    expect(await openPage('Noor', 'Teo Associate')).not.toContain('pricing workshop');
    expect(await notes().count()).toBe(1);
    await giveManager(ladder, 'Teo', 'Mika');
    expect(await openPage('Mika', 'Teo Associate')).toContain('pricing workshop');
  });

  it('is refused to somebody who is their manager no more, with their words still there', async () => {
    await openPage('Mika', 'Teo Associate');
    const mika = ladder.as('Mika');
    await mika.click('modal', 'Keep something about Teo Associate');
    await untilModal(ladder, 'Mika', 'What did you see?');
    await mika.type('What did you see?', 'Calm in the refund week');
    await giveManager(ladder, 'Teo', 'Noor');
    const { errors } = await mika.submit();
    expect(errorAt(errors, 'manager_note.note')).toContain(
      "You are not this person's manager any more",
    );
    expect(await notes().count()).toBe(0);
  });

  it('goes with either of the two', async () => {
    await openPage('Mika', 'Teo Associate');
    await keep('Mika', 'Ran the pricing workshop alone');
    const { id } = await personOf(ladder, 'Teo');
    await ladder.ladder.context.db.person.delete({ where: { id } });
    expect(await notes().count()).toBe(0);
  });
});
