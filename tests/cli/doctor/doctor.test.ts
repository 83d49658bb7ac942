import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../../playground/slack/index.js';
import { openDatabase } from '../../../src/database/index.js';
import { workspaceOptions } from '../../support/local-slack.js';
import { botToken, everyone, type Operator, startOperator } from '../operator.js';

let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(async () => {
  await operator.forget();
  operator.slack.faults.clear();
});
afterAll(() => operator.stop());

const doctor = () => operator.run('doctor');
/** What is wrong, without the columns before it. */
const wrongs = (out: string) =>
  out
    .split('\n')
    .filter((line) => line.startsWith('wrong'))
    .map((line) => line.replace(/^wrong +/, '').replace(/ {2,}/, ': '));

/** The doctor where the bot was granted these scopes and no others. */
async function atSlackWith(scopes: string[]) {
  const slack = await startLocalSlack(workspaceOptions({ botToken, app: { scopes } }));
  operator.environment.SLACK_API_URL = slack.apiUrl;
  const result = await doctor();
  await slack.close();
  return result;
}

describe('the doctor', () => {
  it('finds nothing wrong where all is well', async () => {
    const { code, out } = await doctor();
    expect({ code, out: out.split('\n') }).toEqual({
      code: 0,
      out: [
        expect.stringMatching(/^ok {5}version {8}Ladder \d+\.\d+\.\d+\S* on Node \d+\.\S+$/),
        'ok     configuration  complete: HTTP at /slack/events, port 0',
        'ok     framework      in the database; FRAMEWORK_FILE is not set',
        'ok     database       a Postgres server; it answers and is migrated',
        'ok     messages       none has failed, and none is of unknown outcome',
        'ok     proxy          none: Slack is reached straight',
        'ok     Slack          the bot token is valid in Moss & Fern',
        'ok     Slack          the bot has the scopes that it needs: chat:write, commands, users:read',
        'ok     Slack          the bot has the optional scopes: files:read, files:write, im:history, im:write, users.profile:read, users:read.email',
        'ok     manifest       manifest/manifest.json fits the code',
        'All is well.',
      ],
    });
  });

  it('tries the app token of Socket Mode', async () => {
    operator.environment.SLACK_APP_TOKEN = 'xapp-operator';
    const { out } = await doctor();
    expect(out).toContain('the app token is valid, Socket Mode can connect');
  });

  it('gives JSON to a program', async () => {
    const { out } = await operator.run('doctor', '--json');
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ about: 'manifest', ok: true }),
    );
  });

  it('names every problem of the configuration, and looks at the rest', async () => {
    operator.environment.SLACK_BOT_TOKEN = 'xoxp-of-a-person';
    operator.environment.SLACK_SIGNING_SECRET = '';
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(wrongs(out)).toEqual([
      expect.stringContaining('configuration: SLACK_BOT_TOKEN'),
      expect.stringContaining('configuration: SLACK_SIGNING_SECRET'),
    ]);
    expect(out).toContain('2 things are wrong.');
    expect(out).toContain('it answers and is migrated');
  });

  it('counts the messages that need a look, and says where to look', async () => {
    await operator.run('people', 'import', operator.write('people.csv', everyone), '--yes');
    operator.slack.faults.drop('chat.postMessage', { after: true });
    operator.slack.faults.fail('chat.postMessage', 'user_disabled');
    operator.clock.set('2027-03-03T14:30:00Z');
    await operator.run('reminders', 'send');
    const { code, out } = await doctor();
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining(
        '1 could not be sent, and of 1 nobody knows whether they have arrived. See: ladder deliveries list --state unknown,failed',
      ),
    });
  });

  it('does without the optional scopes, and says what is missing then', async () => {
    const { code, out } = await atSlackWith(['chat:write', 'commands', 'users:read']);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining(
        'the bot was not granted the optional files:read, files:write, im:history, im:write, users.profile:read, users:read.email: ',
      ),
    });
  });

  it('says which needed scope is missing', async () => {
    const { out } = await atSlackWith(['commands', 'users:read']);
    expect(wrongs(out)).toEqual([
      "Slack: The bot token lacks chat:write. Add it on your Slack app's page OAuth & Permissions, then reinstall the app to the workspace.",
    ]);
  });

  it('says that Slack refuses the bot token', async () => {
    operator.environment.SLACK_BOT_TOKEN = 'xoxb-of-yesterday';
    const { out } = await doctor();
    expect(wrongs(out)).toEqual([
      "Slack: Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy it again from your Slack app's page OAuth & Permissions.",
    ]);
  });

  it('says that Slack refuses the app token', async () => {
    operator.environment.SLACK_APP_TOKEN = 'xapp-of-yesterday';
    const { out } = await doctor();
    expect(wrongs(out)).toEqual([
      expect.stringContaining('Slack: Slack refuses SLACK_APP_TOKEN (invalid_auth).'),
    ]);
  });

  it('says that Slack is away', async () => {
    operator.environment.SLACK_API_URL = 'http://127.0.0.1:9/';
    const { out } = await doctor();
    expect(wrongs(out)).toEqual([
      "Slack: Slack can't be reached at http://127.0.0.1:9/. Check the network, and SLACK_API_URL if you set it.",
    ]);
  });

  it('reads every problem of the framework file', async () => {
    operator.environment.FRAMEWORK_FILE = operator.write('bad.yaml', 'format: 1\nkeey: x\n');
    const { out } = await doctor();
    expect(wrongs(out)[0]).toMatch(/^framework: bad\.yaml:\d+: /);
  });

  it('says that the slash command is another one in the manifest', async () => {
    operator.environment.LADDER_COMMAND = '/career';
    const { out } = await doctor();
    expect(wrongs(out)).toEqual([
      "manifest: manifest/manifest.json lacks the slash command /career. Add it there and in your Slack app's settings.",
      "manifest: manifest/manifest.json has the slash command /ladder, which nothing answers. Take it out there and in your Slack app's settings.",
    ]);
  });
});

describe('the doctor of an embedded database', () => {
  beforeEach(() => {
    delete operator.environment.DATABASE_URL;
    operator.environment.DATA_DIR = join(operator.environment.DATA_DIR ?? '', 'embedded');
    rmSync(operator.environment.DATA_DIR, { recursive: true, force: true });
  });

  it('makes none', async () => {
    const { code, out } = await doctor();
    expect(code).toBe(0);
    expect(out).toContain('database       the first start will make the embedded one in ');
  });

  it('looks into one that no server uses', async () => {
    const dataDirectory = operator.environment.DATA_DIR ?? '';
    await (await openDatabase({ databaseUrl: undefined, dataDirectory })).close();
    const { out } = await doctor();
    expect(out).toContain(`embedded in ${dataDirectory}; it answers and is migrated`);
  });

  it('looks into one that a server uses', async () => {
    const dataDirectory = operator.environment.DATA_DIR ?? '';
    const server = await openDatabase({ databaseUrl: undefined, dataDirectory });
    const { out } = await doctor();
    await server.close();
    expect(out).toContain('with a server running on it; it answers and is migrated');
  });
});
