import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmptyServer } from '../../support/database.js';
import { everyone, type Operator, peopleFile, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
afterAll(() => operator.stop());

it('erases a person after a preview, and once more when an older backup is restored', async () => {
  await operator.forget();
  const { environment } = operator;
  const folder = environment.DATA_DIR ?? '';
  rmSync(join(folder, 'erased.json'), { force: true });
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  const backup = join(folder, 'before.tar.gz');
  expect(await operator.run('backup', backup)).toMatchObject({ code: 0 });
  operator.clock.set('2027-03-03T15:00:00Z');

  const asked = await operator.run('people', 'erase', 'U0TEO');
  expect(asked.code).toBe(1);
  expect(asked.out.split('\n')).toEqual([
    'Teo Associate, who is still here:',
    'What goes: name and Slack id.',
    'Nothing is erased yet. Add --yes to do it.',
  ]);
  expect(await operator.db.person.count({ where: { slackUserId: 'U0TEO' } })).toBe(1);
  const list = join(folder, 'erased.json');
  expect(existsSync(list)).toBe(false);

  const { code, out } = await operator.run('people', 'erase', 'U0TEO', '--yes');
  expect({ code, said: out.split('\n').at(-1) }).toEqual({
    code: 0,
    said: expect.stringContaining('Backups made until now still have them'),
  });
  expect(await operator.db.person.count({ where: { slackUserId: 'U0TEO' } })).toBe(0);
  expect(readFileSync(list, 'utf8')).toContain('"hash"');
  expect(readFileSync(list, 'utf8')).not.toContain('U0TEO');
  const again = await operator.run('people', 'erase', 'U0TEO', '--yes');
  expect(again).toMatchObject({ code: 1, error: expect.stringContaining('knows nobody') });
  const imported = await operator.run(
    'people',
    'import',
    operator.write('again.csv', peopleFile('U0TEO,associate,,')),
    '--yes',
  );
  expect(imported).toMatchObject({ code: 1, error: expect.stringContaining('was erased here') });
  expect(imported.error).toContain('people readmit U0TEO lets');

  const empty = await openEmptyServer();
  operator.environment = { ...environment, DATABASE_URL: empty.url };
  const restored = await operator.run('restore', backup);
  expect(restored).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 person was erased since, and erased again.'),
  });
  const { out: listed } = await operator.run('people', 'list');
  expect(listed).toContain('U0MIKA');
  expect(listed).not.toContain('U0TEO');
  expect(await operator.run('people', 'readmit', 'U0TEO')).toMatchObject({ code: 0 });
  expect(await operator.run('people', 'readmit', 'U0TEO')).toMatchObject({ code: 1 });
  operator.environment = environment;
  await empty.close();
});

it('takes a list from elsewhere, and says so where there is none', async () => {
  await operator.forget();
  const { environment } = operator;
  const file = join(environment.DATA_DIR ?? '', 'erased.json');
  rmSync(file, { force: true });
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  const backup = operator.write('place', '').replace('place', 'second.tar.gz');
  await operator.run('backup', backup);
  operator.clock.set('2027-03-03T15:00:00Z');
  await operator.run('people', 'erase', 'U0ROSA', '--yes');

  const other = await openEmptyServer();
  const elsewhere = { ...environment, DATA_DIR: join(environment.DATA_DIR ?? '', 'other') };
  operator.environment = { ...elsewhere, DATABASE_URL: other.url };
  const odd = operator.write('odd.json', '{}');
  expect(await operator.run('restore', backup, '--erased', odd)).toMatchObject({
    code: 1,
    error: expect.stringContaining('no list of erased people'),
  });
  expect((await operator.run('restore', backup)).out).toContain('There is no list of people');
  expect((await operator.run('people', 'list')).out).toContain('U0ROSA');
  const cleared = await operator.run('after-restore', '--erased', file);
  expect(cleared.out).toContain('1 person was erased since');
  expect((await operator.run('people', 'list')).out).not.toContain('U0ROSA');
  operator.environment = environment;
  await other.close();
});
