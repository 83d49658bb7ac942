import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const status = (...words: string[]) => operator.run('cycle', 'status', ...words);

/** A cycle that is open; Teo has begun, and Rosa has sent hers. */
async function spring() {
  await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
  await operator.run('cycle', 'open', '--review-on', '2027-03-17', '--name', 'Spring');
  const { db, clock } = operator;
  const cycle = await db.cycle.findFirstOrThrow({ where: { name: 'Spring' } });
  for (const [slackUserId, state] of [
    ['U0TEO', 'draft'],
    ['U0ROSA', 'submitted'],
  ] as const) {
    const person = await db.person.findFirstOrThrow({ where: { slackUserId } });
    const pin = { frameworkVersionId: cycle.frameworkVersionId ?? '', roleKey: 'manager' };
    const about = { workspaceId: cycle.workspaceId, cycleId: cycle.id, personId: person.id };
    const written = { needs: 'Time with the team', startedAt: clock.now() };
    await db.checkIn.create({ data: { ...about, ...pin, ...written, state } });
  }
}

describe('the status of a cycle', () => {
  it('says who has not begun, not sent and waits for a view, by manager, and nothing they wrote', async () => {
    await spring();
    const { code, out } = await status();
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Spring, review on 2027-03-17: \d not begun, 1 begun, not sent, 1 waits for a view/,
    );
    expect(out).toMatch(/Mika Manager +Rosa \w+ \(U0ROSA\) +waits for a view/);
    expect(out).toMatch(/Mika Manager +Teo \w+ \(U0TEO\) +begun, not sent/);
    expect(out).toMatch(/not begun$/m);
    expect(out).not.toContain('Time with the team');
  });

  it('is CSV in which no name is a formula', async () => {
    await spring();
    await operator.db.person.updateMany({
      where: { slackUserId: 'U0TEO' },
      data: { name: '=HYPERLINK("http://example.com","Teo")' },
    });
    const { out } = await status('spring', '--csv');
    const lines = out.split('\n');
    expect(lines[0]).toBe('name,slack_user_id,manager,state');
    expect(lines).toContain(
      `"'=HYPERLINK(""http://example.com"",""Teo"")",U0TEO,Mika Manager,"begun, not sent"`,
    );
  });

  it('is JSON for a program', async () => {
    await spring();
    const { counts, people } = JSON.parse((await status('--json')).out);
    expect(counts).toMatchObject({ not_sent: 1, waits_for_view: 1, both_in: 0, talked: 0 });
    expect(people).toContainEqual(
      expect.objectContaining({ slackUserId: 'U0TEO', state: 'not_sent' }),
    );
  });

  it('asks for a name where no cycle is open', async () => {
    await operator.run('cycle', 'open', '--review-on', '2027-03-31', '--name', 'Later');
    expect(await status()).toMatchObject({
      code: 1,
      error: 'No cycle is open now. Name one: Later.',
    });
  });
});
