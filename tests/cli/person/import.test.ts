import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, everyone, type Operator, peopleFile, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const file = (...lines: string[]) => operator.write('people.csv', peopleFile(...lines));
const run = (path: string, ...options: string[]) =>
  operator.run('people', 'import', path, ...options);
const stored = async () =>
  (await operator.db.person.findMany({ orderBy: { slackUserId: 'asc' } })).map(
    ({ slackUserId, roleKey, managerId, inRoleSince, leftAt }) =>
      JSON.stringify({ slackUserId, roleKey, managerId, inRoleSince, leftAt }),
  );
const placeOf = (slackUserId: string) =>
  operator.db.person.findFirst({ where: { slackUserId }, include: { manager: true } });

describe('a dry run of an import', () => {
  it('shows what would change, and changes nothing', async () => {
    await run(file('U0TEO,associate,U0MIKA,'), '--yes');
    const before = await stored();
    const { code, out } = await run(file('U0TEO,manager,,', 'U0ROSA,manager,,'), '--dry-run');
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '2 people: 1 new, 1 changed',
      '  new      U0ROSA Rosa Operations: role Business Operations Manager',
      '  changed  U0TEO Teo Associate: role Business Operations Associate → Business Operations Manager; manager U0MIKA → none',
      'Nothing is changed: this was a dry run.',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('stays one with --yes', async () => {
    const { out } = await run(file('U0TEO,manager,,'), '--dry-run', '--yes');
    expect(out).toContain('this was a dry run');
    expect(await stored()).toEqual([]);
  });
});

describe('an import', () => {
  it('shows first what it does, and needs --yes where nobody can be asked', async () => {
    const { code, out } = await run(file('U0TEO,manager,,'));
    expect({ code, said: out.split('\n').at(-1) }).toEqual({
      code: 1,
      said: 'Nothing is changed yet. Add --yes to do it.',
    });
    expect(await stored()).toEqual([]);
  });

  it('asks, and does what it is told', async () => {
    operator.answer = false;
    expect((await run(file('U0TEO,manager,,'))).code).toBe(1);
    expect(await stored()).toEqual([]);
    operator.answer = true;
    const { code, out } = await run(file('U0TEO,manager,,'));
    expect({ code, said: out.split('\n').at(-1) }).toEqual({
      code: 0,
      said: 'Imported. 1 person: 1 new',
    });
    expect((await placeOf('U0TEO'))?.roleKey).toBe('manager');
  });

  it('asks nothing where nothing changes', async () => {
    await run(file('U0TEO,manager,,'), '--yes');
    const { code, out } = await run(file('U0TEO,manager,,'));
    expect({ code, out }).toEqual({ code: 0, out: '1 person: 1 as before' });
  });

  it('changes no more people than --most', async () => {
    const two = file('U0TEO,manager,,', 'U0ROSA,manager,U0MIKA,');
    for (const options of [['--dry-run'], ['--yes'], []]) {
      const { code, error } = await run(two, '--most', '2', ...options);
      expect({ code, error }).toEqual({
        code: 1,
        error:
          '3 people would be added or changed, and 2 was set as the most. Nothing is changed; see with a dry run whether the file is right.',
      });
    }
    expect(await stored()).toEqual([]);
    expect((await run(two, '--most', '3', '--yes')).code).toBe(0);
    expect((await run(two, '--most', '0', '--yes')).code).toBe(0);
    expect((await run(two, '--most', 'few')).error).toContain('Write a number of people');
  });

  it('leaves all 300 as they are for one bad row, and says its line', async () => {
    await run(file('U0TEO,,,'), '--yes');
    operator.environment.SLACK_BOT_TOKEN = '';
    const before = await stored();
    const lines = Array.from({ length: 300 }, (_, nth) => `U0P${nth},associate,,`);
    lines[147] = 'U0P147,wizard,U0P147,2026-02-31';
    const { code, error } = await run(file(...lines), '--yes');
    expect(code).toBe(1);
    expect(error.split('\n').map((line) => line.slice(0, 15))).toEqual([
      ...Array.from({ length: 3 }, () => 'people.csv:149:'),
      '3 problems, so ',
    ]);
    expect(await stored()).toEqual(before);
  });

  it('says who is not in the file, and leaves them as they are', async () => {
    await run(file('U0TEO,associate,,', 'U0ROSA,manager,,', 'U0KIT,,,'), '--yes');
    const { out } = await run(file('U0TEO,manager,,'), '--yes');
    expect(out.split('\n').at(-1)).toBe(
      'Not in the file, so they stay as they are: U0ROSA Rosa Operations',
    );
    expect((await placeOf('U0ROSA'))?.roleKey).toBe('manager');
  });

  it('is noted with who made it', async () => {
    await run(file('U0TEO,associate,U0MIKA,'), '--yes');
    expect((await operator.run('settings', 'log')).out).toContain('2 added or changed');
  });
});

describe('people who have left Slack, in a file', () => {
  const withLeavers = () =>
    file('U0TEO,associate,U0GONE,', 'U0GONE,manager,,', 'U0ROSA,manager,U0TEO,');

  beforeEach(async () => {
    await run(file('U0TEO,,,'), '--yes');
    operator.environment.SLACK_BOT_TOKEN = '';
    await run(file('U0GONE,,,'), '--yes');
    const leftAt = new Date('2027-02-01T00:00:00Z');
    await operator.db.person.updateMany({ where: { slackUserId: 'U0GONE' }, data: { leftAt } });
  });

  it('are told with their lines and how to go on without them', async () => {
    const { code, error } = await run(withLeavers(), '--yes');
    expect(code).toBe(1);
    expect(error.split('\n')).toEqual([
      'people.csv:3: U0GONE has left the Slack workspace. Take the line out.',
      'Add --skip-leavers to go on without the people who have left.',
      '1 problem, so nothing was imported. Mend the file and run it again.',
    ]);
  });

  it('are skipped on request: no row of theirs, and nobody gets them as manager', async () => {
    const { code, out } = await run(withLeavers(), '--yes', '--skip-leavers');
    expect(code).toBe(0);
    expect(out).toContain('Have left Slack, so they were skipped: U0GONE');
    expect(await placeOf('U0GONE')).toMatchObject({ roleKey: null });
    expect(await placeOf('U0TEO')).toMatchObject({ roleKey: 'associate', managerId: null });
    expect((await placeOf('U0ROSA'))?.manager?.slackUserId).toBe('U0TEO');
  });
});

describe('a file with e-mail addresses', () => {
  const teo = addressOf('U0TEO');
  const byAddress = (...lines: string[]) =>
    operator.write('people.csv', ['email,role,manager_email,started_on', ...lines].join('\n'));

  it('finds the people, in any case, beside Slack ids', async () => {
    const lines = [`${teo.toUpperCase()},associate,${addressOf('U0MIKA')},`, 'U0ROSA,manager,,'];
    const { code, out } = await run(byAddress(...lines), '--yes');
    expect({ code, fact: out.split('\n')[0] }).toEqual({ code: 0, fact: '2 people: 2 new' });
    expect((await placeOf('U0TEO'))?.manager?.slackUserId).toBe('U0MIKA');
  });

  it('says the lines of those whom Slack does not know, and of one person twice', async () => {
    const lines = [`${teo},,,`, 'nobody@moss.test,,,', `U0TEO,,${'boss@moss.test'},`];
    const { code, error } = await run(byAddress(...lines), '--yes');
    expect(code).toBe(1);
    expect(error.split('\n')).toEqual([
      'people.csv:3: Slack knows nobody here with the address nobody@moss.test. Check it, give the Slack id, or take it out.',
      'people.csv:4: U0TEO is in line 2 already. Keep one of the two lines.',
      'people.csv:4: Slack knows nobody here with the address boss@moss.test. Check it, give the Slack id, or take it out.',
      '3 problems, so nothing was imported. Mend the file and run it again.',
    ]);
    expect(await stored()).toEqual([]);
  });

  it('says which scope is missing, and what to do', async () => {
    operator.slack.faults.fail('users.lookupByEmail', 'missing_scope');
    const { code, error } = await run(byAddress(`${teo},,,`), '--yes');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('Add the scope users:read.email to the Slack app'),
    });
  });

  it('needs Slack', async () => {
    await run(file('U0TEO,,,'), '--yes');
    operator.environment.SLACK_BOT_TOKEN = '';
    const { error } = await run(byAddress(`${teo},,,`), '--yes');
    expect(error).toContain(`Slack wasn't asked whose address ${teo} is. Give the Slack id.`);
  });
});

describe('an import from Slack’s profiles', () => {
  it('sets managers of people who have none, after a preview, and needs no file', async () => {
    await run(file('U0TEO,associate,,2026-03-02', 'U0ROSA,manager,U0NOOR,'), '--yes');
    const fromSlack = (...options: string[]) =>
      operator.run('people', 'import', '--from-slack', ...options);
    const { out } = await fromSlack('--dry-run');
    expect(out).toContain(`Slack's field "Manager" names managers of`);
    expect(out).toContain('U0TEO Teo Associate: manager U0MIKA');
    expect((await placeOf('U0TEO'))?.manager).toBeNull();
    expect((await fromSlack('--yes')).code).toBe(0);
    expect(await placeOf('U0TEO')).toMatchObject({
      roleKey: 'associate',
      manager: { slackUserId: 'U0MIKA' },
    });
    expect((await placeOf('U0ROSA'))?.manager?.slackUserId).toBe('U0NOOR');
  });

  it('takes a file or Slack, and one of them', async () => {
    const { code, error } = await operator.run('people', 'import');
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('--from-slack') });
  });
});

describe('the list of people as a file', () => {
  it('can be imported again, and changes nothing', async () => {
    await run(operator.write('all.csv', everyone), '--yes');
    // What could not be set today: a role that is gone, a manager who has left; and an odd name.
    const { db } = operator;
    const change = (slackUserId: string, data: object) =>
      db.person.updateMany({ where: { slackUserId }, data });
    await change('U0ROSA', { roleKey: 'wizard' });
    await change('U0NOOR', { leftAt: new Date('2027-02-01T00:00:00Z') });
    await change('U0TEO', { name: '=HYPERLINK("x"),\'+1' });
    operator.environment.SLACK_BOT_TOKEN = '';
    const before = await stored();
    const { out } = await operator.run('people', 'list', '--csv');
    expect(out).toContain('"\'=HYPERLINK(""x""),\'+1"');
    expect(out).not.toMatch(/(^|,)"?[=+@-]/m);
    const again = await run(operator.write('again.csv', `${out}\n`), '--yes');
    expect({ code: again.code, fact: again.out.split('\n')[0] }).toEqual({
      code: 0,
      fact: '7 people: 7 as before',
    });
    expect(await stored()).toEqual(before);
  });
});

describe('people remove', () => {
  beforeEach(async () => {
    await run(operator.write('all.csv', everyone), '--yes');
  });

  it('takes somebody off the ladder, and whoever reports to them has no manager then', async () => {
    const foreseen = await operator.run('people', 'remove', 'Mika Manager');
    expect(foreseen.code).toBe(1);
    expect(foreseen.out.split('\n')).toEqual([
      'They would have no role and no manager, and be asked for nothing: Mika Manager (U0MIKA)',
      expect.stringMatching(/^These would have no manager: .*Teo Associate \(U0TEO\)/),
      'What they and others have written stays. They come back with a role that they choose or that a file gives them.',
      'Nothing is changed yet. Add --yes to do it.',
    ]);
    expect((await placeOf('U0MIKA'))?.roleKey).toBe('team-leader');
    expect((await operator.run('people', 'remove', 'U0MIKA', '--yes')).code).toBe(0);
    expect(await placeOf('U0MIKA')).toMatchObject({ roleKey: null, managerId: null });
    expect(await placeOf('U0TEO')).toMatchObject({ roleKey: 'associate', managerId: null });
    expect((await operator.run('settings', 'log')).out).toContain('person removed');
  });

  it('erases nothing that they wrote', async () => {
    const rosa = await operator.db.person.findFirstOrThrow({ where: { slackUserId: 'U0ROSA' } });
    const at = operator.clock.now();
    await operator.db.evidence.create({
      data: {
        ...{ workspaceId: rosa.workspaceId, personId: rosa.id, note: 'Ran the offsite.' },
        ...{ happenedOn: at, createdAt: at },
      },
    });
    await operator.run('people', 'remove', 'U0ROSA', '--yes');
    expect(await operator.db.evidence.count({ where: { personId: rosa.id } })).toBe(1);
  });

  it('says whom it does not know, and removes nobody', async () => {
    const { code, error } = await operator.run('people', 'remove', 'U0TEO', 'Nobody', '--yes');
    expect({ code, error }).toEqual({
      code: 1,
      error: 'Nobody here is called nobody. Use Slack ids. Nothing is changed.',
    });
    expect((await placeOf('U0TEO'))?.roleKey).toBe('associate');
  });
});
