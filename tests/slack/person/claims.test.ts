import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { lastOf, untilModal } from '../conversation/desk.js';
import { lastRead, personOf, readTeam } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

const db = () => ladder.ladder.context.db;

describe('a manager', () => {
  it('says who reports to them from their team, and is their manager once they say yes', async () => {
    const noor = ladder.as('Noor');
    await readTeam(ladder, 'Noor');
    await noor.click(lastOf(ladder, 'Noor'), 'Add reports');
    await untilModal(ladder, 'Noor', 'Each of them is asked');
    await noor.choose('modal', 'Who reports to you?', [ladder.as('Rosa').id, ladder.as('Ada').id]);
    await noor.submit();
    await untilModal(ladder, 'Noor', 'is asked');
    expect(reads(noor)).toContain('Ada Admin is above you');

    await ladder.sendDue();
    expect(lastRead(ladder, 'Rosa')).toContain('says that you report to them');
    await ladder.as('Rosa').click(lastOf(ladder, 'Rosa'), 'Yes');
    await ladder.ladder.idle();
    const [rosa, manager] = [await personOf(ladder, 'Rosa'), await personOf(ladder, 'Noor')];
    expect(rosa.managerId).toBe(manager.id);
    expect(await readTeam(ladder, 'Noor')).toContain(rosa.name);
  });

  it('without reports finds it too', async () => {
    const rosa = ladder.as('Rosa');
    expect(await readTeam(ladder, 'Rosa')).toContain('Nobody has you as their manager yet');
    await rosa.click(lastOf(ladder, 'Rosa'), 'Add reports');
    await untilModal(ladder, 'Rosa', 'Who reports to you?');
  });

  it('sets the role of a report on their page, and of a newcomer where they read about it', async () => {
    const mika = ladder.as('Mika');
    const teo = await personOf(ladder, 'Teo');
    await db().person.update({ where: { id: teo.id }, data: { roleKey: null, inRoleSince: null } });
    expect(await readTeam(ladder, 'Mika')).toContain('No role yet');
    await mika.click(lastOf(ladder, 'Mika'), 'Set the role of Teo Associate');
    await untilModal(ladder, 'Mika', 'They are told that you have set it');
    await mika.choose('modal', 'Role', 'Business Operations Manager');
    await mika.submit();
    await ladder.ladder.idle();
    expect((await personOf(ladder, 'Teo')).roleKey).toBe('manager');
    // Late morning for Teo in Kolkata.
    ladder.clock.set('2027-03-05T06:00:00Z');
    await ladder.sendDue();
    expect(lastRead(ladder, 'Teo')).toContain(
      'Your role on the ladder is Business Operations Manager',
    );

    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
    await untilModal(ladder, 'Mika', 'What you keep for your next view');
    await mika.click('modal', 'Change the role');
    await untilModal(ladder, 'Mika', 'They are told that you have set it');
    await mika.choose('modal', 'Role', 'Senior Business Operations Manager');
    await mika.submit();
    await untilModal(ladder, 'Mika', 'Senior Business Operations Manager');
    expect((await personOf(ladder, 'Teo')).roleKey).toBe('senior');
  });

  it('reads whom to ask where admins alone set roles', async () => {
    await db().workspace.updateMany({ data: { rolesSetBy: 'admins' } });
    const mika = ladder.as('Mika');
    await readTeam(ladder, 'Mika');
    await mika.click(lastOf(ladder, 'Mika'), 'Open the page of Teo Associate');
    await untilModal(ladder, 'Mika', 'What you keep for your next view');
    await mika.click('modal', 'Change the role');
    await untilModal(ladder, 'Mika', 'to set theirs');
    expect(reads(mika)).not.toContain('Save');
  });
});
