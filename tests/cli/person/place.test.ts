import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
});
afterAll(() => operator.stop());

const people = (...words: string[]) => operator.run('people', ...words);
const rosa = () => operator.db.person.findFirstOrThrow({ where: { slackUserId: 'U0ROSA' } });

describe('an operator', () => {
  it('sees one person by their Slack id or name', async () => {
    const { code, out } = await people('show', 'rosa operations');
    expect(code).toBe(0);
    expect(out).toContain('Rosa Operations U0ROSA');
    expect(out).toMatch(/role +Business Operations Manager/);
    expect(out).toMatch(/manager +Mika Manager U0MIKA/);
    const { out: json } = await people('show', 'U0ROSA', '--json');
    expect(JSON.parse(json)).toMatchObject({ roleKey: 'manager', isAdmin: false, reports: 0 });
  });

  it('sets role, manager and day; what is left out stays', async () => {
    expect((await people('set', 'U0ROSA', '--role', 'senior', '--since', '2027-01-04')).out).toBe(
      'Rosa Operations: role Business Operations Manager → Senior Business Operations Manager; since 2025-01-13 → 2027-01-04',
    );
    expect((await people('set', 'U0ROSA', '--manager', 'Noor Manager')).out).toBe(
      'Rosa Operations: manager U0MIKA → U0NOOR',
    );
    expect((await people('set', 'U0ROSA', '--manager', 'U0NOOR')).out).toBe(
      'Rosa Operations: as it was',
    );
    await people('set', 'U0ROSA', '--role', 'none', '--manager', 'none');
    expect(await rosa()).toMatchObject({ roleKey: null, managerId: null, inRoleSince: null });
    const { out } = await operator.run('settings', 'log');
    expect(out).toMatch(/in role since +Rosa Operations +2025-01-13 +2027-01-04/);
    expect(out).toMatch(/manager +Rosa Operations +Mika Manager +Noor Manager/);
  });

  it.each([
    [['set', 'U0ROSA'], 'Say what to set'],
    [['set', 'U0ROSA', '--role', 'wizard'], 'There is no role "wizard". The nearest:'],
    [['set', 'U0ROSA', '--manager', 'U0ROSA'], "Rosa Operations can't be their own manager."],
    [['set', 'U0MIKA', '--manager', 'U0ROSA'], 'Rosa Operations reports to Mika Manager'],
    [['set', 'U0ROSA', '--manager', 'U0NOBODY'], 'Nobody here is called u0nobody'],
    [['set', 'U0ROSA', '--since', '2027-03-20'], 'That day is still to come.'],
    [['set', 'Nobody At All', '--role', 'senior'], 'Nobody here is called nobody at all'],
    [['show', 'U0NOBODY'], 'Nobody here is called u0nobody'],
    [['admin', 'remove', 'U0NOBODY'], 'Nobody here is called u0nobody'],
  ])('is told what is wrong with %j, and nothing is changed', async (words, sentence) => {
    const before = await rosa();
    const { code, error } = await people(...words);
    expect(code).toBe(1);
    expect(error).toContain(sentence);
    expect(await rosa()).toEqual(before);
  });

  it('makes admins and unmakes them, but never leaves nobody', async () => {
    await operator.db.person.updateMany({
      where: { slackUserId: 'U0ADA' },
      data: { isAdmin: true, isSlackAdmin: true },
    });
    expect((await people('admin', 'add', 'U0ROSA')).out).toBe('admins: slack → U0ADA,U0ROSA');
    expect((await people('admin', 'remove', 'Ada Admin')).out).toBe(
      'admins: U0ADA,U0ROSA → U0ROSA',
    );
    const { code, error } = await people('admin', 'remove', 'U0ROSA');
    expect(code).toBe(1);
    expect(error).toContain('Then nobody would be an admin.');
  });
});
