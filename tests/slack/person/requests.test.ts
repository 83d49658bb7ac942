import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { lastOf } from '../conversation/desk.js';
import { lastRead, personOf } from '../team/people.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
  await ladder.sendDue();
  await ladder.ladder.context.db.workspace.updateMany({ data: { rolesSetBy: 'manager' } });
});
afterAll(() => ladder.stop());

async function chooseSenior(): Promise<void> {
  const rosa = ladder.as('Rosa');
  await rosa.openHome();
  await ladder.slack.waitFor(() => JSON.stringify(rosa.home() ?? '').includes('About you'));
  await rosa.click('home', 'About you');
  await ladder.slack.waitFor(() => rosa.modal() !== undefined && reads(rosa).includes('Your role'));
  await rosa.choose('modal', 'me.role', 'senior');
  await rosa.submit();
  expect(reads(rosa)).toContain('<@U0MIKA> is asked whether that is right');
  await rosa.close({ all: true });
  ladder.clock.set(new Date(ladder.clock.now().getTime() + 15 * 60_000));
  await ladder.sendDue();
  await ladder.slack.waitFor(() => lastRead(ladder, 'Mika').includes('<@U0ROSA> has chosen'));
}

const roleOf = async () => (await personOf(ladder, 'Rosa')).roleKey;

describe('with a manager’s yes', () => {
  it('a choice waits, is shown as waiting, stays so with a no, and is so with a yes', async () => {
    await chooseSenior();
    const rosa = ladder.as('Rosa');
    await ladder.slack.waitFor(() =>
      JSON.stringify(rosa.home() ?? '').includes('It waits for a yes of <@U0MIKA>'),
    );
    expect(await roleOf()).toBe('manager');
    await ladder.as('Mika').click(lastOf(ladder, 'Mika'), 'No');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Mika').includes('Nothing is changed'));
    expect(await roleOf()).toBe('manager');
    await ladder.sendDue();
    await ladder.slack.waitFor(() => lastRead(ladder, 'Rosa').includes('<@U0MIKA> has said no'));

    await chooseSenior();
    await ladder.as('Mika').click(lastOf(ladder, 'Mika'), 'Yes');
    await vi.waitFor(async () => expect(await roleOf()).toBe('senior'));
    const mika = ladder.as('Mika');
    await ladder.slack.waitFor(() => JSON.stringify(mika.messages()).includes('It is answered'));
    ladder.clock.set(new Date(ladder.clock.now().getTime() + 15 * 60_000));
    await ladder.sendDue();
    await ladder.slack.waitFor(() => lastRead(ladder, 'Rosa').includes('<@U0MIKA> has said yes'));
  });
});
