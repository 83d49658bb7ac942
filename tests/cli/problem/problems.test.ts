import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
  await operator.run('people', 'import', operator.write('everyone.csv', everyone), '--yes');
});
afterAll(() => operator.stop());

describe('problems', () => {
  it('are listed by kind, each with what mends it', async () => {
    const { code, out } = await operator.run('problems');
    expect(code).toBe(0);
    expect(out).toContain('2 people have no role yet.');
    expect(out).toContain('To mend it: ladder people set PERSON --role ROLE');
    expect(out).toMatch(/Kit Newcomer \(U0KIT\) +Noor Manager/);
  });

  it('come as CSV without formulas, and as JSON', async () => {
    const kit = { slackUserId: 'U0KIT' };
    const { name } = await operator.db.person.findFirstOrThrow({ where: kit });
    await operator.db.person.updateMany({ where: kit, data: { name: '=HYPERLINK("x")' } });
    const csv = await operator.run('problems', '--csv');
    expect(csv.out.split('\n')[0]).toBe(
      'problem,name,slack_user_id,manager,role,message,message_id,reason',
    );
    expect(csv.out).toContain('"\'=HYPERLINK(""x"")"');
    await operator.db.person.updateMany({ where: kit, data: { name } });
    const { out } = await operator.run('problems', '--json');
    expect(JSON.parse(out)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'no_role', slackUserId: 'U0KIT' })]),
    );
  });

  it('tell the same about messages as the doctor', async () => {
    const workspace = await operator.db.workspace.findFirstOrThrow();
    const people = await operator.db.person.findMany({
      where: { slackUserId: { in: ['U0TEO', 'U0ROSA'] } },
    });
    await operator.db.person.updateMany({
      where: { slackUserId: 'U0ROSA' },
      data: { leftAt: operator.clock.now() },
    });
    await operator.db.delivery.createMany({
      data: people.map(({ id }) => ({
        ...{ workspaceId: workspace.id, key: `reminder:${id}`, kind: 'reminder', recipientId: id },
        ...{ step: 'day-7', state: 'failed' as const, reason: 'keeps_failing' },
        dueAt: operator.clock.now(),
      })),
    });
    const [problems, doctor] = [await operator.run('problems'), await operator.run('doctor')];
    expect(problems.out).toContain('1 message failed');
    expect(problems.out).toContain('making it went wrong again and again');
    expect(doctor.out).toContain('1 could not be sent');
  });
});
