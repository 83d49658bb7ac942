import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openView, sendCheckIn } from '../assessment/desk.js';
import { personOf } from '../team/people.js';
import { goOn, inputValue, openCheckIn, openQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

async function promote(firstName: string, roleKey: string) {
  const { id } = await personOf(ladder, firstName);
  await ladder.ladder.context.db.person.update({ where: { id }, data: { roleKey } });
}

describe("Teo's role changes in the middle of his check-in", () => {
  beforeEach(async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.choose('modal', 'check_in.choose', 'Meeting');
    await teo.type('check_in.type', 'Mapped the refund process.');
    await goOn(teo);
    await teo.click('modal', 'Back');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 1 of 5');
    await promote('Teo', 'manager');
  });

  it('stays with the role that it began with, and says so', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain('Your role is now Business Operations Manager.');
    expect(reads(teo)).toContain('goes on with Business Operations Associate');
    expect(inputValue(teo, 'text:expertise')).toBe('Mapped the refund process.');
  });

  it('begins again for the new role when he asks for it, with nothing of the old one', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    await teo.click('modal', 'Begin again');
    await ladder.slack.waitFor(() => reads(teo).includes('begins again'));
    await teo.click('modal', 'Go to page 1');
    await ladder.slack.waitFor(() => teo.modal()?.title === 'Check-in · 1 of 5');
    expect(reads(teo)).toContain('your role, Business Operations Manager');
    expect(reads(teo)).not.toContain('Your role is now');
    expect(inputValue(teo, 'choice:expertise')).toBeNull();
    expect(inputValue(teo, 'text:expertise')).toBeNull();
  });
});

describe("Rosa's role changes after her manager has begun their view", () => {
  it('keeps the role for both, and the next one takes the new one', async () => {
    const [rosa, mika] = [ladder.as('Rosa'), ladder.as('Mika')];
    await sendCheckIn(ladder, 'Rosa');
    await openView(ladder, mika, 'Rosa');
    await mika.choose('modal', 'assessment.choose', 'Meeting');
    await mika.submit();
    await promote('Rosa', 'senior');
    await openCheckIn(ladder, rosa);
    await rosa.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Check-in · last page');
    await rosa.click('modal', 'Begin again');
    await ladder.slack.waitFor(() => reads(rosa).includes('so it keeps that role'));
    await openView(ladder, mika, 'Rosa');
    await mika.click('modal', 'Back');
    await ladder.slack.waitFor(() => reads(mika).includes('1 of 5'));
    expect(reads(mika)).toContain('Look at what the role asks: Business Operations Manager.');
  });
});
