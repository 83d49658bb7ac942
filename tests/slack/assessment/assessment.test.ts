import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, inputValue, openCheckIn, openQuarter, reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';
import { giveView, openView, rateAll, sendCheckIn, written } from './desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterAll(() => ladder.stop());

const teosWords = 'Teo thinks so about page';

describe("Mika's view of Teo", () => {
  it('is given page by page, with what Teo kept in sight and nothing of what he said', async () => {
    // It waits for Teo to send his check-in.
    const mika = ladder.as('Mika');
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('Teo Associate has not sent their check-in for Q1 2027 yet');

    // It begins with what it is for, and that both stay hidden until both are in.
    await sendCheckIn(ladder, 'Teo', teosWords);
    await openView(ladder, mika, 'Teo');
    expect(mika.modal()?.title).toBe('Your view · 1 of 5');
    expect(reads(mika)).toContain('Your view of Teo Associate for Q1 2027');
    expect(reads(mika)).toContain('stays hidden from you until you have given your view');
    expect(reads(mika)).toContain('Finds out and describes what the business is after');

    // It has Teo's kept evidence in sight, and none of his ratings or words.
    const report = await personOf(ladder, 'Teo');
    await ladder.ladder.context.db.evidence.create({
      data: {
        workspaceId: report.workspaceId,
        personId: report.id,
        competencyKey: 'expertise',
        note: 'Mapped the refund process with finance.',
        happenedOn: dateFromDay('2027-02-12'),
        createdAt: ladder.clock.now(),
      },
    });
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('Mapped the refund process with finance.');
    expect(inputValue(mika, 'choice:expertise')).toBeNull();
    expect(JSON.stringify(mika.modal())).not.toContain(teosWords);

    // It shows what was agreed on last time, on the first page.
    await ladder.ladder.context.db.actionItem.create({
      data: {
        workspaceId: report.workspaceId,
        personId: report.id,
        ownerId: report.id,
        what: 'Shadow two pricing calls',
        dueOn: dateFromDay('2027-03-26'),
        createdAt: ladder.clock.now(),
      },
    });
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('What was agreed on last time');
    expect(reads(mika)).toContain('Shadow two pricing calls');

    // It is saved while it is typed, and goes on where it was left.
    await mika.choose('modal', 'assessment.choose', 'Meeting');
    await goOn(mika);
    await mika.type('assessment.type', 'Brought sales and support to one table.');
    await written(ladder, 'Brought sales and support to one table.');
    await openView(ladder, mika, 'Teo');
    expect(mika.modal()?.title).toBe('Your view · 2 of 5');
    expect(inputValue(mika, 'text:collaboration')).toBe('Brought sales and support to one table.');

    // It goes back a page with everything that was chosen there.
    await mika.click('modal', 'Back');
    await ladder.slack.waitFor(() => mika.modal()?.title === 'Your view · 1 of 5');
    expect(inputValue(mika, 'choice:expertise')).toBe('rating:meeting');
    await goOn(mika);

    // It asks what was missing when there was no opportunity yet.
    await goOn(mika);
    await mika.choose('modal', 'assessment.choose', 'No opportunity yet');
    await ladder.slack.waitFor(() => reads(mika).includes('Why was there no opportunity yet?'));
    const missing = await goOn(mika);
    expect(Object.keys(missing.errors ?? {})).toEqual(['text:impact']);
    await mika.type('assessment.type', 'No project of his own yet.');
    await goOn(mika);
    expect(mika.modal()?.title).toBe('Your view · 4 of 5');

    // It lists on the last page what is still open, and is not given before.
    await goOn(mika);
    await goOn(mika);
    expect(mika.modal()?.title).toBe('Your view · last page');
    expect(reads(mika)).toContain('3 of 5 still open.');
    await mika.type('assessment.summary', 'A steady quarter with more ahead.');

    // It leads from there to an open page and straight back, and each page says whose it is.
    for (let open = 3; open > 0; open -= 1) {
      await goOn(mika);
      expect(reads(mika)).toContain('Nothing is given yet');
      expect(reads(mika)).toContain('Teo Associate · ');
      await mika.choose('modal', 'assessment.choose', 'Meeting');
      await goOn(mika);
      expect(mika.modal()?.title).toBe('Your view · last page');
    }
    expect(reads(mika)).toContain('All 5 competencies answered.');
    expect(inputValue(mika, 'last_page:summary')).toBe('A steady quarter with more ahead.');

    // It asks once more, by name, says what happens then, and leads back to what was written.
    await goOn(mika);
    expect(mika.modal()?.title).toBe('Give your view?');
    expect(reads(mika)).toContain('Give your view of Teo Associate for Q1 2027?');
    expect(reads(mika)).toContain('Teo Associate reads your view there');
    await mika.click('modal', 'Back to the last page');
    await ladder.slack.waitFor(() => mika.modal()?.title === 'Your view · last page');
    expect(inputValue(mika, 'last_page:summary')).toBe('A steady quarter with more ahead.');

    // It is given, and leads to the brief.
    await goOn(mika);
    await goOn(mika);
    expect(reads(mika)).toContain('is in, and so is theirs');
    expect(reads(mika)).toContain('Open the brief');
    expect(reads(mika)).toContain('A steady quarter with more ahead.');

    // It shows from then on what was given.
    await openView(ladder, mika, 'Teo');
    expect(reads(mika)).toContain('is already in, and so is theirs');

    // It is there for Teo too, whose check-in can't be taken back any more.
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain("Your check-in for Q1 2027 and your manager's view are both in.");
    expect(reads(teo)).toContain('Open the brief');
    expect(reads(teo)).not.toContain('Reopen and change');
  });
});

describe('a check-in that is taken back while the manager gives their view', () => {
  it('holds the brief back until it is sent again', async () => {
    const [rosa, mika] = [ladder.as('Rosa'), ladder.as('Mika')];
    await sendCheckIn(ladder, 'Rosa');
    await openView(ladder, mika, 'Rosa');
    await openCheckIn(ladder, rosa);
    await rosa.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Check-in · last page');
    await rateAll(mika);
    await giveView(mika);
    expect(reads(mika)).toContain('has taken their check-in back to change something');
    expect(reads(mika)).not.toContain('Open the brief');
    await goOn(rosa);
    expect(reads(rosa)).toContain('are both in');
  });
});
