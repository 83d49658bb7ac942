import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

/** A cycle that is open and has invited those who are at work; Teo has begun and Rosa has sent hers. */
async function spring() {
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  await operator.run('cycle', 'open', '--review-on', '2027-03-17', '--name', 'Spring');
  await operator.run('reminders', 'send');
  const { db, clock } = operator;
  const cycle = await db.cycle.findFirstOrThrow({ where: { name: 'Spring' } });
  const put = async (slackUserId: string, data: { state: 'draft' | 'submitted' }) => {
    const person = await db.person.findFirstOrThrow({ where: { slackUserId } });
    const pin = {
      frameworkVersionId: cycle.frameworkVersionId ?? '',
      roleKey: person.roleKey ?? '',
    };
    const about = { workspaceId: cycle.workspaceId, cycleId: cycle.id, personId: person.id };
    await db.checkIn.create({
      data: { ...about, ...pin, ...data, needs: 'Time with the team', startedAt: clock.now() },
    });
  };
  await put('U0TEO', { state: 'draft' });
  await put('U0ROSA', { state: 'submitted' });
}

describe('an operator who looks at a cycle', () => {
  it('sees how many came how far, and who did not come to its end, by manager', async () => {
    await spring();
    const { code, out } = await operator.run('cycle', 'show', 'spring');
    expect(code).toBe(0);
    expect(out).toMatch(/^Spring: \d people asked, 2 began, 1 sent, 0 got a view, 0 talked\./);
    expect(out).toMatch(/Mika Manager +Rosa \w+ \(U0ROSA\) +waits for a view/);
    expect(out).toMatch(/Mika Manager +Teo \w+ \(U0TEO\) +begun, not sent/);
    expect(out).toMatch(/not begun/);
    expect(out).not.toContain('Time with the team');
  });

  it('gets JSON for a program', async () => {
    await spring();
    const { out } = await operator.run('cycle', 'show', 'Spring', '--json');
    const shown = JSON.parse(out);
    expect(shown).toMatchObject({ began: 2, sent: 1, gotView: 0, talked: 0 });
    expect(shown.unfinished).toContainEqual({
      slackUserId: 'U0TEO',
      name: 'Teo Associate',
      manager: 'Mika Manager',
      state: 'not_sent',
    });
  });

  it('hears which cycles there are where none has that name', async () => {
    await operator.run('cycle', 'open', '--review-on', '2027-03-31', '--name', 'Spring');
    const { code, error } = await operator.run('cycle', 'show', 'Autumn');
    expect({ code, error }).toEqual({
      code: 1,
      error: 'No cycle is called "Autumn". There are: Spring.',
    });
  });
});
