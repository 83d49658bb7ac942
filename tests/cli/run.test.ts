import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { table } from '../../src/cli/table.js';
import { type Operator, startOperator } from './operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
afterAll(() => operator.stop());

describe('the command line', () => {
  it('suggests the command that was meant', async () => {
    const { code, error } = await operator.run('peple');
    expect({ code, error }).toEqual({
      code: 2,
      error:
        "error: unknown command 'peple'\n(Did you mean people?)\nWhat it takes: npm run ladder -- --help",
    });
  });

  it('suggests the option that was meant', async () => {
    const { code, error } = await operator.run('people', 'list', '--jsn');
    expect({ code, error }).toEqual({
      code: 2,
      error:
        "error: unknown option '--jsn'\n(Did you mean --json?)\nWhat it takes: npm run ladder -- people list --help",
    });
  });

  it('lists what there is when asked for help', async () => {
    const { code, out } = await operator.run('--help');
    expect(code).toBe(0);
    for (const name of ['people', 'cycle', 'reminders', 'framework', 'doctor']) {
      expect(out).toContain(`  ${name}`);
    }
  });

  it('says its version', async () => {
    for (const asked of ['--version', '-V']) {
      const { code, out } = await operator.run(asked);
      expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    }
  });

  it('lists what there is when half a command is given', async () => {
    const { code, error } = await operator.run('people');
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringContaining('import [options] [file]'),
    });
  });

  it('says in words that the database is away', async () => {
    operator.environment.DATABASE_URL = 'postgresql://ladder@127.0.0.1:9/ladder';
    const { code, error } = await operator.run('people', 'list');
    await operator.forget();
    expect({ code, error }).toEqual({
      code: 1,
      error:
        'No database answers at 127.0.0.1:9 (ECONNREFUSED). Start the Postgres server there, or correct host and port in DATABASE_URL.',
    });
  });

  it('names every problem of the configuration', async () => {
    operator.environment.DATABASE_URL = 'mysql://ladder';
    operator.environment.LOG_LEVEL = 'loud';
    const { code, error } = await operator.run('people', 'list');
    await operator.forget();
    expect({ code, lines: error.split('\n').slice(1) }).toEqual({
      code: 1,
      lines: [expect.stringContaining('DATABASE_URL'), expect.stringContaining('LOG_LEVEL')],
    });
  });

  it('asks which one is meant where there are several workspaces, and lists them', async () => {
    await operator.db.workspace.createMany({
      data: ['T0ONE', 'T0TWO'].map((slackTeamId) => ({ slackTeamId, name: slackTeamId })),
    });
    operator.environment.SLACK_BOT_TOKEN = '';
    const { error } = await operator.run('people', 'list');
    await operator.forget();
    expect(error).toContain(
      'There are several workspaces here. Say which one is meant, for example --workspace T0ONE:',
    );
    expect(error).toContain('T0TWO');
  });
});

describe('a printed list', () => {
  const columns = [
    { title: 'Name', text: (name: string) => name },
    { title: 'Is', text: () => 'x' },
  ];

  it('stays aligned under names with accents and of other scripts', () => {
    const lines = table(['Zoe\u0308', 'René', 'Ana'], columns, { colours: false }).split('\n');
    expect(lines.slice(1)).toEqual(['Zoe\u0308   x', 'René  x', 'Ana   x']);
  });

  it('has no control characters unless it is for a terminal', () => {
    expect(table(['Ana'], columns, { colours: false })).not.toContain('\u001b');
    expect(table(['Ana'], columns, { colours: true })).toContain('\u001b');
  });
});
