import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { reads } from '../check-in/desk.js';
import { inModal, untilModal } from '../conversation/desk.js';

const header = 'slack_user_id,role,manager_slack_user_id,started_on';

let ladder: TestLadder;
const started = async (slack = {}) => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z', ...slack });
};
beforeEach(() => started());
afterEach(() => ladder.stop());

const placeOf = (name: string) =>
  ladder.ladder.context.db.person.findFirst({ where: { slackUserId: ladder.as(name).id } });

async function openForm(words: string): Promise<void> {
  const ada = ladder.as('Ada');
  await ada.command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'Import a file');
  await ada.click('modal', 'Import a file of people');
  await untilModal(ladder, 'Ada', words);
}

/** Uploads a file with these lines and waits until its answer has these words. */
async function upload(words: string, ...lines: string[]): Promise<string> {
  const ada = ladder.as('Ada');
  await ada.upload('File', [header, ...lines].join('\n'));
  await ada.submit();
  await untilModal(ladder, 'Ada', words);
  return reads(ada);
}

const line = (name: string, ...cells: string[]) => [ladder.as(name).id, ...cells].join(',');

describe('an admin who imports a file in Slack', () => {
  it('sees what it would change, and imports that', async () => {
    await openForm('A CSV file with the columns');
    const before = await placeOf('Teo');
    const text = await upload('1 changed', line('Teo', 'senior', '', ''));
    expect(text).toContain('*Not in the file, so they stay as they are:');
    expect(JSON.stringify(ladder.as('Ada').modal())).toContain('Import 1 change');
    expect(await placeOf('Teo')).toEqual(before);
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', '*The file is imported.*');
    expect(inModal(ladder, 'Ada')).toContain('1 changed');
    expect((await placeOf('Teo'))?.roleKey).toBe('senior');
    const entries = await ladder.ladder.context.db.auditLogEntry.findMany();
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'people_imported', after: '1 added or changed' }),
    );
  });

  it('reads every problem with its line, and nothing is imported', async () => {
    await openForm('A CSV file with the columns');
    const before = await placeOf('Teo');
    const text = await upload(
      '2 problems, so nothing was imported',
      line('Teo', 'senior', '', ''),
      line('Rosa', 'wizard', ladder.as('Rosa').id, ''),
    );
    expect(text).toContain('Line 3: There is no role "wizard".');
    expect(await placeOf('Teo')).toEqual(before);
  });

  it('is told where more would change than was shown, and nothing does', async () => {
    await openForm('A CSV file with the columns');
    const { db } = ladder.ladder.context;
    const before = await placeOf('Rosa');
    const since = before?.inRoleSince?.toISOString().slice(0, 10) ?? '';
    const same = line('Rosa', before?.roleKey ?? '', ladder.as('Mika').id, since);
    await upload('1 changed', line('Teo', 'senior', '', ''), same);
    const rosa = { slackUserId: ladder.as('Rosa').id };
    await db.person.updateMany({ where: rosa, data: { roleKey: 'associate', managerId: null } });
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', 'Nothing is changed');
    expect((await placeOf('Teo'))?.roleKey).not.toBe('senior');
  });

  it('is told what a file is that is no text', async () => {
    await openForm('A CSV file with the columns');
    const ada = ladder.as('Ada');
    await ada.upload('File', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]));
    await ada.submit();
    await untilModal(ladder, 'Ada', 'This is an Excel workbook or another packed file, not text.');
    expect(inModal(ladder, 'Ada')).toContain('A CSV file with the columns');
  });
});

describe('an admin who takes managers from Slack’s profiles', () => {
  const withoutManagers = (...names: string[]) =>
    ladder.ladder.context.db.person.updateMany({
      where: { slackUserId: { in: names.map((name) => ladder.as(name).id) } },
      data: { managerId: null },
    });
  const managerOf = async (name: string) => (await placeOf(name))?.managerId;

  it('sees whose they would be, and sets those of people who have none', async () => {
    const [teo, sora] = [await placeOf('Teo'), await placeOf('Sora')];
    const noor = await placeOf('Noor');
    await withoutManagers('Teo', 'Sora');
    await ladder.ladder.context.db.person.update({
      where: { id: (await placeOf('Rosa'))?.id ?? '' },
      data: { managerId: noor?.id ?? null },
    });
    await openForm('A CSV file with the columns');
    await ladder.as('Ada').click('modal', 'Take managers from Slack');
    await untilModal(ladder, 'Ada', '0 new, 2 changed');
    expect(await managerOf('Teo')).toBeNull();
    await ladder.as('Ada').submit();
    await untilModal(ladder, 'Ada', 'The managers are set.');
    expect(await managerOf('Teo')).toBe(teo?.managerId);
    expect(await managerOf('Sora')).toBe(sora?.managerId);
    expect((await placeOf('Teo'))?.roleKey).toBe(teo?.roleKey);
    // Another one was set in Ladder, and stays.
    expect(await managerOf('Rosa')).toBe(noor?.id);
  });

  it('reads what to do where Slack shows no fields of profiles', async () => {
    await openForm('A CSV file with the columns');
    ladder.slack.faults.fail('team.profile.get', 'missing_scope');
    await ladder.as('Ada').click('modal', 'Take managers from Slack');
    await untilModal(ladder, 'Ada', 'Add the scope users.profile:read to the Slack app');
  });
});

describe('without the scope for files', () => {
  it('an admin reads what to do, and what works all the same', async () => {
    await ladder.stop();
    const commands = [{ command: '/ladder', description: 'Your role' }];
    const scopes = ['chat:write', 'commands', 'users:read'];
    await started({ slack: { app: { commands, scopes } } });
    await openForm('Slack lets me read no files here.');
    expect(inModal(ladder, 'Ada')).toContain(
      'whoever runs Ladder for your organisation can import a file',
    );
  });
});
