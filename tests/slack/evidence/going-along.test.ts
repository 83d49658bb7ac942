import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openView } from '../assessment/desk.js';
import { answerAll, goOn, inputValue, openCheckIn, openQuarter, reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

const notes = ['Ran the pricing workshop.', 'Moved a launch.', 'Mapped the refund process.'];

async function teoKeeps(...texts: string[]): Promise<void> {
  const { id: personId, workspaceId } = await personOf(ladder, 'Teo');
  const createdAt = ladder.clock.now();
  const happenedOn = dateFromDay('2027-02-12');
  await ladder.ladder.context.db.evidence.createMany({
    data: texts.map((note) => {
      return { workspaceId, personId, note, competencyKey: 'expertise', happenedOn, createdAt };
    }),
  });
}

/** Teo answers everything, uses the first of his notes on page 1, and stands on the last page. */
async function teoAnswers() {
  const teo = ladder.as('Teo');
  await openCheckIn(ladder, teo);
  await teo.choose('modal', 'check_in.choose', 'Meeting');
  await teo.type('check_in.type', `In February: ${notes[0]}`);
  await goOn(teo);
  await answerAll(teo, 4);
  return teo;
}

/** Which of the notes Mika reads beside the first page of her view. */
async function mikaReads(): Promise<string[]> {
  const mika = ladder.as('Mika');
  await openView(ladder, mika, 'Teo');
  return notes.filter((note) => reads(mika).includes(note));
}

describe('the notes that Teo kept', () => {
  it('all go along unless he says otherwise, which is said where he sends and afterwards', async () => {
    await teoKeeps(...notes);
    const teo = await teoAnswers();
    expect(reads(teo)).toContain('Your 3 kept notes go along');
    expect(reads(teo)).toContain('<@U0MIKA> sees them at once');
    await goOn(teo);
    expect(reads(teo)).toContain('3 kept notes went along; <@U0MIKA> sees them at once.');
    expect(await mikaReads()).toEqual(notes);

    // What he keeps from now on is his own, until he takes the check-in back and sends it again.
    ladder.clock.set('2027-03-05T15:00:00Z');
    await teoKeeps('Kept a day later.');
    expect(await mikaReads()).toEqual(notes);
    expect(reads(ladder.as('Mika'))).not.toContain('Kept a day later.');
    await openCheckIn(ladder, teo);
    await teo.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => reads(teo).includes('Your 4 kept notes go along'));
    await goOn(teo);
    expect(await mikaReads()).toEqual(notes);
    expect(reads(ladder.as('Mika'))).toContain('Kept a day later.');
  });

  it('go along as far as he used them, if he chooses so', async () => {
    await teoKeeps(...notes);
    const teo = await teoAnswers();
    expect(reads(teo)).toContain('What stands in your answers word for word: 1 now');
    await teo.choose('modal', 'check_in.kept', 'Only what I used');
    await goOn(teo);
    expect(reads(teo)).toContain('1 kept note went along; <@U0MIKA> sees it at once.');
    expect(await mikaReads()).toEqual([notes[0]]);
  });

  it('stay his own if he chooses so, and the choice is there again when he comes back', async () => {
    await teoKeeps(...notes);
    const teo = await teoAnswers();
    await teo.choose('modal', 'check_in.kept', 'None');
    await teo.close();
    await ladder.ladder.idle();
    await openCheckIn(ladder, teo);
    expect(inputValue(teo, 'last_page:kept')).toBe('none');
    await goOn(teo);
    expect(reads(teo)).toContain('None of your kept notes went along.');
    expect(await mikaReads()).toEqual([]);
    expect(reads(ladder.as('Mika'))).not.toContain('Kept since last time');
  });

  it('are nothing to ask about where there are none', async () => {
    const teo = await teoAnswers();
    expect(reads(teo)).not.toContain('go along');
    await goOn(teo);
    expect(reads(teo)).toContain('is sent.');
    expect(reads(teo)).not.toContain('went along');
  });
});
