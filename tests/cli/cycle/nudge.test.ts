import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  await operator.run('cycle', 'open', '--review-on', '2027-03-17', '--name', 'Spring');
  await operator.run('reminders', 'send');
});
afterAll(() => operator.stop());

const nudge = (...words: string[]) => operator.run('cycle', 'nudge', ...words);
const nudges = () => operator.db.delivery.count({ where: { kind: 'nudge' } });

describe('cycle nudge', () => {
  it('shows whom it would ask, and asks nobody before somebody has said yes', async () => {
    const shown = await nudge('Spring');
    expect(shown.code).toBe(1);
    expect(shown.out).toMatch(/^Would ask \d+ people for their Spring check-in: .*Sora/);
    expect(shown.out).toContain('Nobody is asked yet. Add --yes to do it.');
    operator.answer = false;
    expect((await nudge('Spring')).code).toBe(1);
    expect(await nudges()).toBe(0);
    operator.answer = true;
    expect((await nudge('Spring', 'U0SORA')).out).toContain('Asked 1 person for their Spring');
    expect(await nudges()).toBe(1);
  });

  it('asks one person or all of them, nobody twice a day, and is in the audit log', async () => {
    await nudge('Spring', 'U0SORA', '--yes');
    const { out } = await nudge('Spring', '--yes');
    expect(out).toContain('1 not again: asked today, or about to be.');
    const entries = await operator.db.auditLogEntry.findMany({ where: { action: 'nudged' } });
    expect(entries).toHaveLength(await nudges());
    expect(entries.every(({ operator: who, after }) => who !== '' && after === 'Spring')).toBe(
      true,
    );
    const again = await nudge('Spring', '--yes');
    expect({ code: again.code, asks: again.out.split('\n')[0] }).toEqual({
      ...{ code: 0, asks: 'Would ask 0 people for their Spring check-in.' },
    });
  });

  it('refuses a cycle that is not open, and somebody unknown', async () => {
    await operator.run('cycle', 'add', '--review-on', '2027-09-15', '--name', 'Autumn', '--yes');
    expect((await nudge('Autumn', '--yes')).error).toContain('Autumn takes no check-ins now');
    expect((await nudge('Spring', 'U0NOBODY', '--yes')).error).toContain('Nobody here is called');
    expect(await nudges()).toBe(0);
  });
});
