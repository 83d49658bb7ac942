import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guest, leaver } from '../../../playground/made-up-workspace.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { reads } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
});
afterEach(() => ladder.stop());

const ada = () => ladder.as('Ada');
const rosa = () => personOf(ladder, 'Rosa');
const audited = () => ladder.ladder.context.db.auditLogEntry.findMany({ orderBy: { at: 'asc' } });

async function openPeople(name = 'Ada'): Promise<string> {
  await ladder.as(name).command('/ladder', 'admin');
  await untilModal(ladder, name, 'This round');
  await ladder.as(name).click('modal', 'People');
  await untilModal(ladder, name, 'Find somebody');
  return reads(ladder.as(name));
}

/** Finds somebody by Slack's picker, and waits for their form. */
async function openPerson(
  slackUserId = 'U0ROSA',
  words = 'What you change is recorded.',
): Promise<void> {
  await openPeople();
  await ada().choose('modal', 'admin.person_find', slackUserId);
  await untilModal(ladder, 'Ada', words);
}

async function setManager(slackUserId: string): Promise<string | undefined> {
  await ada().choose('modal', 'admin.person_manager', slackUserId);
  const { errors } = await ada().submit();
  return errors?.['admin.person_manager'] ?? errors?.['admin.person_role'];
}

/** A guest, and somebody who was here and has left. */
async function meetOutsiders(): Promise<void> {
  ladder.slack.meet(guest);
  ladder.slack.meet(leaver);
  await ladder.slack.deactivate(leaver.id);
}

describe('an admin’s people', () => {
  it('are listed where they have no role or no manager, each with a way to set them', async () => {
    const text = await openPeople();
    expect(text).toContain('2 people have no role yet');
    expect(text).toContain('Kit Newcomer');
    await ada().click('modal', 'Set: Kit Newcomer');
    await untilModal(ladder, 'Ada', 'Role: none yet');
    expect(inModal(ladder, 'Ada')).toContain('Manager: <@U0NOOR>');
  });

  it('are shown with role, since when, manager, reports, and whether they are an admin', async () => {
    await openPerson('U0MIKA');
    const text = inModal(ladder, 'Ada');
    expect(text).toContain('Role: Business Operations Team Leader, since 1 February 2024');
    expect(text).toContain('Manager: <@U0ADA>');
    expect(text).toContain('2 people report to them');
    expect(text).toContain('No admin');
  });

  it('get another role, day and manager, which is recorded with who did it', async () => {
    await openPerson();
    await ada().choose('modal', 'admin.person_role', 'senior');
    await ada().choose('modal', 'admin.person_since', '2027-03-01');
    expect(await setManager('U0NOOR')).toBeUndefined();
    await untilModal(ladder, 'Ada', 'manager <@U0MIKA> → <@U0NOOR>');
    expect(inModal(ladder, 'Ada')).toContain('role Business Operations Manager → Senior');
    const noor = await personOf(ladder, 'Noor');
    expect(await rosa()).toMatchObject({ roleKey: 'senior', managerId: noor.id });
    const entries = (await audited()).map(({ action, before, after }) => [action, before, after]);
    const mika = await personOf(ladder, 'Mika');
    expect(entries.sort()).toEqual([
      ['in_role_since', '2025-01-13', '2027-03-01'],
      ['manager', mika.id, noor.id],
      ['role', 'manager', 'senior'],
    ]);
    const [entry] = await audited();
    expect(entry).toMatchObject({
      actorId: (await personOf(ladder, 'Ada')).id,
      personId: (await personOf(ladder, 'Rosa')).id,
    });
  });

  it('record nothing where nothing is changed', async () => {
    await openPerson();
    await ada().submit();
    await untilModal(ladder, 'Ada', 'everything is as it was');
    expect(await audited()).toEqual([]);
  });
});

describe('a manager who can’t be', () => {
  it.each([
    ['the person themselves', 'U0ROSA', 'Rosa Operations can’t be their own manager.'],
    ['a guest', guest.id, 'That person is a guest here.'],
    ['somebody who has left', leaver.id, 'That person has left.'],
    ['an app', 'U0LADDER', 'That is an app. Pick a person.'],
  ])('is refused at the field: %s', async (_, slackUserId, sentence) => {
    await meetOutsiders();
    const before = await rosa();
    await openPerson();
    expect((await setManager(slackUserId))?.replace("'", '’')).toContain(sentence);
    expect(await rosa()).toEqual(before);
    expect(await audited()).toEqual([]);
  });

  it('is refused where they report to the person, also through others', async () => {
    await openPerson('U0ADA');
    const sentence = await setManager('U0ROSA');
    expect(sentence).toContain('Rosa Operations reports to you, directly or through others.');
    await ada().close({ all: true });
    await openPerson('U0MIKA');
    expect(await setManager('U0ROSA')).toContain(
      'Rosa Operations reports to Mika Manager, directly or through others.',
    );
    expect(await audited()).toEqual([]);
  });
});

describe('who is found', () => {
  it.each([
    [guest.id, 'is a guest here'],
    [leaver.id, 'has left'],
    ['U0LADDER', 'is an app'],
  ])('is told by a sentence where they have no place here: %s', async (slackUserId, words) => {
    await meetOutsiders();
    const { db } = ladder.ladder.context;
    const before = await db.person.count();
    await openPerson(slackUserId, words);
    expect(await db.person.count()).toBe(before);
  });

  it('is added where Ladder did not know them', async () => {
    ladder.slack.meet({ id: 'U0NIA', name: 'Nia Newcomer' });
    await openPerson('U0NIA', 'Role: none yet');
    await ada().choose('modal', 'admin.person_role', 'associate');
    expect(await setManager('U0MIKA')).toBeUndefined();
    await untilModal(ladder, 'Ada', 'manager none → <@U0MIKA>');
  });
});

describe('two admins, and windows that were open', () => {
  it('change a person once: the second is told, and nothing is overwritten', async () => {
    await openPerson();
    const { db } = ladder.ladder.context;
    await db.person.update({ where: { id: (await rosa()).id }, data: { roleKey: 'senior' } });
    expect(await setManager('U0NOOR')).toContain(
      'Somebody else has changed the role or manager of Rosa Operations meanwhile.',
    );
    expect(await rosa()).toMatchObject({ roleKey: 'senior' });
  });

  it('say so where the person has left or is gone', async () => {
    await openPerson();
    const { db } = ladder.ladder.context;
    const { id } = await rosa();
    await db.person.update({ where: { id }, data: { leftAt: ladder.clock.now() } });
    expect(await setManager('U0NOOR')).toContain('is no member of this workspace now');
    await db.person.delete({ where: { id } });
    expect(await setManager('U0NOOR')).toContain('Ladder has nobody like that any more.');
  });

  it('change nothing once the admin is none', async () => {
    await openPerson();
    await ladder.ladder.context.db.person.updateMany({ data: { isAdmin: false } });
    const before = await rosa();
    expect(await setManager('U0NOOR')).toContain('Only admins can do that');
    expect(await rosa()).toEqual(before);
  });
});

describe('admins', () => {
  it('are made and unmade by admins, and the last one stays', async () => {
    await openPerson();
    await ada().click('modal', 'Make them an admin: Rosa Operations');
    await untilModal(ladder, 'Ada', 'The admins are now <@U0ADA>, <@U0ROSA>.');
    expect(await rosa()).toMatchObject({ isAdmin: true });
    await ada().click('modal', 'Admin no longer: Rosa Operations');
    await untilModal(ladder, 'Ada', 'The admins are now <@U0ADA>.');
    expect(await rosa()).toMatchObject({ isAdmin: false });
    await ada().close({ all: true });
    await openPerson('U0ADA');
    await ada().click('modal', 'Admin no longer: Ada Admin');
    await untilModal(ladder, 'Ada', 'Then nobody would be an admin.');
    expect(await audited()).toMatchObject([
      { subject: 'admins', before: 'slack', after: 'U0ADA,U0ROSA' },
      { subject: 'admins', before: 'U0ADA,U0ROSA', after: 'U0ADA' },
    ]);
  });
});
