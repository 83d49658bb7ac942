import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everyone, type Operator, peopleFile, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(() => operator.stop());

const importLines = (...lines: string[]) =>
  operator.run('people', 'import', operator.write('people.csv', peopleFile(...lines)), '--yes');

describe('an operator who imports people', () => {
  it('hears how many are new', async () => {
    const file = operator.write('people.csv', everyone);
    const { code, out } = await operator.run('people', 'import', file, '--yes');
    expect({ code, fact: out.split('\n')[0] }).toEqual({ code: 0, fact: '8 people: 8 new' });
  });

  it('hears what changed, and that the rest is as before', async () => {
    await importLines('U0TEO,associate,U0MIKA,', 'U0ROSA,manager,U0MIKA,', 'U0MIKA,team-leader,,');
    const { out } = await importLines(
      'U0TEO,manager,U0NOOR,2027-01-04',
      'U0ROSA,manager,U0MIKA,',
      'U0NOOR,team leader,,',
    );
    expect(out.split('\n')).toEqual([
      '3 people: 1 new, 1 changed, 1 as before',
      '  new      U0NOOR Noor Manager: role Business Operations Team Leader',
      '  changed  U0TEO Teo Associate: role Business Operations Associate → Business Operations Manager; manager U0MIKA → U0NOOR; since 2027-01-04',
      'Not in the file, so they stay as they are: U0MIKA Mika Manager',
    ]);
  });

  it('hears of a manager who came along', async () => {
    const { out } = await importLines('U0TEO,associate,U0MIKA,');
    expect(out).toContain('Also added, as managers without a role: U0MIKA');
  });

  it('reads every problem at once, and nothing was imported', async () => {
    const { code, error } = await importLines('U0TEO,wizard,U0TEO,tomorrow', 'U0NOBODY,,,');
    expect(code).toBe(1);
    expect(error.split('\n')).toEqual([
      'people.csv:2: U0TEO is their own manager here. Give another one, or leave the cell empty.',
      'people.csv:2: started_on "tomorrow" is no date. Write it as year-month-day, like 2026-03-02.',
      expect.stringMatching(/^people\.csv:2: There is no role "wizard"\. The nearest: /),
      'people.csv:3: Slack knows nobody with the id U0NOBODY. Check it, or take the line out.',
      '4 problems, so nothing was imported. Mend the file and run it again.',
    ]);
    expect(await operator.db.person.count()).toBe(0);
  });

  it('reads problems of form and of content together', async () => {
    const file = operator.write('odd.csv', 'slack_user_id,rolle\nU0TEO\n');
    const { error } = await operator.run('people', 'import', file, '--yes');
    expect(error.split('\n').map((line) => line.slice(0, 10))).toEqual([
      'odd.csv:1:',
      'odd.csv:1:',
      'odd.csv:1:',
      'odd.csv:1:',
      'odd.csv:2:',
      '5 problems',
    ]);
  });

  it('is told that there is no such file', async () => {
    const { code, error } = await operator.run('people', 'import', '/nowhere/people.csv');
    expect({ code, error }).toEqual({
      code: 1,
      error: 'There is no /nowhere/people.csv (ENOENT). Give the path of a CSV file.',
    });
  });

  it('waits as long as Slack asks', async () => {
    operator.slack.faults.rateLimit('users.info', { retryAfterSeconds: 1 });
    const { code } = await importLines('U0TEO,associate,,');
    expect(code).toBe(0);
  });

  it('is told in words that Slack refuses', async () => {
    await importLines('U0TEO,associate,,');
    operator.slack.faults.fail('users.info', 'missing_scope');
    const { code, error } = await importLines('U0TEO,manager,,');
    expect({ code, error }).toEqual({
      code: 1,
      error: 'Slack refused the request (missing_scope). Try: ladder doctor',
    });
  });

  it('needs no Slack once the workspace is known, and is told that ids were not checked', async () => {
    await importLines('U0TEO,associate,,');
    operator.environment.SLACK_BOT_TOKEN = '';
    const { out } = await importLines('U0SOMEONE,associate,,');
    expect(out.split('\n').at(-1)).toBe(
      'Ids were not checked with Slack, because SLACK_BOT_TOKEN is not set.',
    );
  });

  it('is told what to do before anything is known', async () => {
    operator.environment.SLACK_BOT_TOKEN = '';
    const { code, error } = await importLines('U0TEO,associate,,');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('Start the server once (npm start), or set SLACK_BOT_TOKEN.'),
    });
  });
});

describe('an operator who lists people', () => {
  it('sees roles and managers by name, under each other', async () => {
    await importLines('U0TEO,associate,U0MIKA,2026-03-02', 'U0MIKA,team-leader,,', 'U0KIT,,,');
    const { out } = await operator.run('people', 'list');
    expect(out.split('\n')).toEqual([
      'NAME           SLACK ID  ROLE                             SINCE       MANAGER',
      'Kit Newcomer   U0KIT     –                                –           –',
      'Mika Manager   U0MIKA    Business Operations Team Leader  –           –',
      'Teo Associate  U0TEO     Business Operations Associate    2026-03-02  Mika Manager',
      '3 people',
    ]);
  });

  it('gets JSON for a program', async () => {
    await importLines('U0TEO,associate,,');
    const { out } = await operator.run('people', 'list', '--json');
    expect(JSON.parse(out)).toMatchObject([{ slackUserId: 'U0TEO', roleKey: 'associate' }]);
  });

  it('is told how to begin', async () => {
    const { out } = await operator.run('people', 'list');
    expect(out).toBe('Nobody yet. Import a file: ladder people import FILE.csv');
  });

  it('leaves no database behind in a folder that has none', async () => {
    operator.environment = { DATA_DIR: '/nowhere/data' };
    const { code, error } = await operator.run('people', 'list');
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('does not know your workspace yet'),
    });
  });
});
