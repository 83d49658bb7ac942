import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitAssessment } from '../../../src/services/assessment/assessments.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, inputValue, openCheckIn, openQuarter, reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';
import { giveManager, giveView, openView, rateAll, sendCheckIn } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

async function assessments() {
  return ladder.ladder.context.db.assessment.findMany({
    select: { state: true, author: { select: { name: true } } },
  });
}

describe('a manager whose report gets another manager while the window is open', () => {
  const note = 'Mika saw this herself.';
  it('sees and saves nothing more, and leaves the view to the new manager until the report is back', async () => {
    await sendCheckIn(ladder, 'Teo');
    const teo = await personOf(ladder, 'Teo');
    await ladder.ladder.context.db.evidence.create({
      data: {
        workspaceId: teo.workspaceId,
        personId: teo.id,
        note: 'Teo kept this.',
        happenedOn: ladder.clock.now(),
        createdAt: ladder.clock.now(),
      },
    });
    await openView(ladder, ladder.as('Mika'), 'Teo');
    await giveManager(ladder, 'Teo', 'Noor');

    // The former manager keeps what they typed, reads why, and sees nothing of the report any more.
    const mika = ladder.as('Mika');
    expect(reads(mika)).toContain('Teo kept this.');
    await mika.type('assessment.type', note);
    await ladder.slack.waitFor(() => reads(mika).includes("not this person's manager any more"));
    expect(inputValue(mika, 'text:expertise')).toBe(note);
    expect(reads(mika)).not.toContain('Teo kept this.');

    // The former manager can save nothing.
    const { errors } = await goOn(mika);
    expect(Object.values(errors ?? {})[0]).toContain('I saved nothing from this page');
    const rows = await ladder.ladder.context.db.assessmentAnswer.findMany();
    expect(rows).toEqual([]);

    // The former manager can't open it again.
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain("You are not this person's manager today");

    // The new manager begins a view of their own.
    const noor = ladder.as('Noor');
    await openView(ladder, noor, 'Teo');
    expect(noor.modal()?.title).toBe('Your view · 1 of 5');
    await rateAll(noor);
    await giveView(noor);
    expect(reads(noor)).toContain('is in, and so is theirs');
    expect(await assessments()).toEqual(
      expect.arrayContaining([
        { state: 'draft', author: { name: 'Mika Manager' } },
        { state: 'submitted', author: { name: 'Noor Manager' } },
      ]),
    );

    // The former manager finds both sides in when the report comes back to them.
    await giveManager(ladder, 'Teo', 'Mika');
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('Both sides are in already for Teo Associate.');
  });
});

describe('a manager with the same view open at two devices', () => {
  it('gives it once when the button is pressed at both, and reads at both that it is in', async () => {
    await sendCheckIn(ladder, 'Rosa');
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Rosa');
    await rateAll(mika);
    const rosa = await personOf(ladder, 'Rosa');
    const { db } = ladder.ladder.context;
    await mika.type('assessment.summary', 'A fine quarter.');
    // The other device gives it first.
    const { id } = await db.assessment.findFirstOrThrow({ where: { subjectId: rosa.id } });
    const { workspaceId, managerId = '' } = rosa;
    const ref = { workspaceId, authorId: managerId, assessmentId: id };
    const given = await submitAssessment(ladder.ladder.context, ref, {
      summary: 'A fine quarter.',
      editedAt: new Date(),
    });
    expect(given).toEqual({ done: true, revealed: true });
    await goOn(mika);
    expect(reads(mika)).toContain('is already in, and so is theirs');
    expect(await db.delivery.count({ where: { kind: 'brief', subjectId: rosa.id } })).toBe(2);
  });
});

describe('a manager whose report leaves while the window is open', () => {
  it('reads that no view is asked for any more, and keeps what they typed', async () => {
    await sendCheckIn(ladder, 'Sora');
    const noor = ladder.as('Noor');
    await openView(ladder, noor, 'Sora');
    await ladder.slack.deactivate(ladder.as('Sora').id);
    await noor.type('assessment.type', 'Sora ran the planning round.');
    await ladder.slack.waitFor(() => reads(noor).includes('no longer a full member here'));
    expect(inputValue(noor, 'text:expertise')).toBe('Sora ran the planning round.');
    await openView(ladder, noor, 'Sora');
    expect(reads(noor)).toContain('Sora Senior is not here any more');
  });
});

describe('a report who takes their check-in back just as the manager gives their view', () => {
  it('reads that both sides are in, if the manager was first', async () => {
    const [wren, noor] = [ladder.as('Wren'), ladder.as('Noor')];
    await sendCheckIn(ladder, 'Wren');
    await openCheckIn(ladder, wren);
    expect(reads(wren)).toContain('Reopen and change');
    await openView(ladder, noor, 'Wren');
    await rateAll(noor);
    await giveView(noor);
    await wren.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => reads(wren).includes('Both sides are in'));
    expect(reads(wren)).toContain('Open the brief');
  });
});

describe('a press on a button that is no longer true', () => {
  it('of somebody who never was the manager opens nothing', async () => {
    const rosa = ladder.as('Rosa');
    await openView(ladder, rosa, 'Wren');
    expect(reads(rosa)).toContain("You are not this person's manager today");
  });

  it('after the cycle has closed says so', async () => {
    ladder.clock.set('2027-06-01T15:00:00Z');
    const noor = ladder.as('Noor');
    await openView(ladder, noor, 'Kit');
    expect(reads(noor)).toContain('No cycle is open right now.');
  });

  it('while the database is away says so, with a way to try again', async () => {
    const noor = ladder.as('Noor');
    await openView(ladder, noor, 'Kit');
    const message = noor.lastMessage();
    if (!message) throw new Error('Noor has no message');
    await noor.close({ all: true });
    ladder.database.cut();
    await noor.click(message, 'Give my view');
    await ladder.slack.waitFor(() => reads(noor).includes('the database is not answering'), 20_000);
    ladder.database.restore();
    await noor.click('modal', 'Try again');
    await ladder.slack.waitFor(() => reads(noor).includes('Kit Newcomer has not sent'));
  });
});
