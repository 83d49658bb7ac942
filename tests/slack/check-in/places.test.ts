import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { goOn, openCheckIn, openQuarter, planQuarter, reads } from './desk.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-02T15:00:00Z' });
  await planQuarter(ladder);
});
afterEach(() => ladder.stop());

describe('before the quarter opens', () => {
  it('Teo reads when it opens, and can look at what his role asks until then', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain('No check-in is open right now.');
    expect(reads(teo)).toContain('opens on Wednesday 3 March');
    await teo.click('modal', 'What my role asks');
    await ladder.slack.waitFor(() => reads(teo).includes('Business Operations Associate'));
  });

  it('Kit, who has no role, is offered to set it', async () => {
    const kit = ladder.as('Kit');
    await openCheckIn(ladder, kit);
    await kit.click('modal', 'Set my role');
    await ladder.slack.waitFor(() => kit.modal()?.title === 'About you');
    await kit.close({ all: true });
  });
});

describe('once it is open', () => {
  beforeEach(async () => {
    ladder.clock.set('2027-03-04T15:00:00Z');
    await openQuarter(ladder);
  });

  it('Kit is asked for a role first, and is then led on into the check-in', async () => {
    const kit = ladder.as('Kit');
    await openCheckIn(ladder, kit);
    expect(reads(kit)).toContain('first tell me which one is yours');
    await kit.choose('modal', 'me.role', 'Business Operations Associate');
    await goOn(kit);
    await kit.click('modal', 'check_in.open');
    await ladder.slack.waitFor(() => kit.modal()?.title === 'Check-in · 1 of 5');
  });

  it('Ada, who has no manager, can check in and is shown how to set one', async () => {
    const ada = ladder.as('Ada');
    const { context, workspace } = ladder.ladder;
    await context.db.person.upsert({
      where: { workspaceId_slackUserId: { workspaceId: workspace.id, slackUserId: ada.id } },
      create: { workspaceId: workspace.id, slackUserId: ada.id, name: '', roleKey: 'senior' },
      update: { roleKey: 'senior', managerId: null },
    });
    await openCheckIn(ladder, ada);
    expect(reads(ada)).toContain('You have no manager set yet');
    await ada.click('modal', 'Set my manager');
    await ladder.slack.waitFor(() => ada.modal()?.title === 'About you');
    await ada.close();
    expect(ada.modal()?.title).toBe('Check-in · 1 of 5');
  });

  it('Rosa opens it from Home as well', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.openHome();
    await ladder.slack.waitFor(() => rosa.home());
    await rosa.click('home', 'check_in.open');
    await ladder.slack.waitFor(() => rosa.modal()?.title === 'Check-in · 1 of 5');
  });
});
