import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run.js';
import {
  first,
  firstKey,
  second,
  secondKey,
  startTestSharedLadder,
  type TestSharedLadder,
} from '../../support/shared-ladder.js';

const folder = mkdtempSync(join(tmpdir(), 'ladder-workspaces-'));
let test: TestSharedLadder;
beforeAll(async () => {
  test = await startTestSharedLadder();
});
beforeEach(async () => {
  await test.ladder.context.db.workspace.deleteMany();
  await test.ladder.refresh();
});
afterAll(async () => {
  await test.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command with the server's variables, or others. */
async function run(words: string[], more: NodeJS.ProcessEnv = {}) {
  const lines: string[] = [];
  const code = await runCommand(words, {
    environment: { ...test.env, ...more },
    ...{ clock: test.clock, timeZone: 'UTC', colours: false },
    out: (line) => lines.push(line),
    error: (line) => lines.push(line),
  });
  return { code, out: lines.join('\n') };
}

const which = `There are several workspaces here. Say which one is meant, for example --workspace ${first}:
  ${first}  Moss & Fern
  ${second}  Pine & Pebble`;

describe('a command with several workspaces', () => {
  beforeEach(async () => {
    await test.install(first);
    await test.install(second);
  });

  it.each([
    ['people', 'list'],
    ['settings', 'show'],
    ['reminders', 'send'],
    ['cycle', 'list'],
  ])('asks which one is meant, and does nothing: %s %s', async (...words) => {
    expect(await run(words)).toEqual({ code: 1, out: which });
  });

  it('takes the id or the name, however it is written, before or behind the command', async () => {
    const set = ['settings', 'set', 'first_month', 'april', '--yes'];
    expect((await run([...set, '--workspace', 'pine & PEBBLE'])).code).toBe(0);
    expect((await run(['--workspace', first, ...set.with(3, 'july')])).code).toBe(0);
    expect((await run([`--workspace=${second}`, 'settings', 'show'])).code).toBe(0);
    const rows = await test.ladder.context.db.workspace.findMany({
      orderBy: { createdAt: 'asc' },
      select: { firstMonth: true },
    });
    expect(rows).toEqual([{ firstMonth: 7 }, { firstMonth: 4 }]);
  });

  it('names those that there are, where it is given another one', async () => {
    expect(await run(['people', 'list', '--workspace', 'Elm'])).toEqual({
      code: 1,
      out: `There is no workspace Elm here. There are:\n  ${first}  Moss & Fern\n  ${second}  Pine & Pebble`,
    });
    expect((await run(['people', 'list', '--workspace'])).code).toBe(2);
  });

  it('asks Slack with the token of that workspace', async () => {
    for (const id of [first, second]) test.slack(id).calls.splice(0);
    const file = join(folder, 'people.csv');
    writeFileSync(file, 'slack_user_id,role,manager_slack_user_id,started_on\nU0YUKI,senior,,\n');
    const imported = await run(['people', 'import', file, '--yes', '--workspace', second]);
    expect(imported).toMatchObject({ code: 0 });
    const asked = (id: string) =>
      test.slack(id).calls.filter(({ method }) => method.startsWith('users.')).length;
    expect([asked(first), asked(second) > 0]).toEqual([0, true]);
  });

  it('says how the app gets into a workspace in which it is not installed', async () => {
    await test.hub.uninstall(second);
    await test.ladder.idle();
    const { out } = await run(['reminders', 'send', '--workspace', second]);
    expect(out).toContain("The app isn't installed in Pine & Pebble. Open /slack/install");
  });
});

it('needs no name where there is one workspace', async () => {
  await test.install(first);
  expect((await run(['people', 'list'])).code).toBe(0);
});

it('says where to install the app while there is no workspace', async () => {
  expect((await run(['people', 'list'])).out).toBe(
    'No workspace has installed the app yet. Open /slack/install on the running server in a browser.',
  );
});

describe('workspaces list', () => {
  it('says of each whether the app is installed there', async () => {
    await test.install(first);
    await test.install(second);
    await test.hub.uninstall(second);
    await test.ladder.idle();
    const { out } = await run(['workspaces', 'list']);
    expect(out).toMatch(/T0PLAYGROUND +Moss & Fern +\d+ +installed on 2027-03-02/);
    expect(out).toMatch(/T0SECOND +Pine & Pebble +\d+ +uninstalled on 2027-03-02/);
  });

  it('says which key is missing, and shows no token', async () => {
    await test.install(first);
    const { out } = await run(['workspaces', 'list'], { TOKENS_KEY: secondKey });
    expect(out).toContain('not served. The tokens are encrypted with the key');
    expect(out).not.toContain('xoxb-');
  });
});

describe('workspaces rotate-keys', () => {
  it('encrypts all tokens with the first key', async () => {
    await test.install(first);
    await test.install(second);
    const both = { TOKENS_KEY: `${secondKey},${firstKey}` };
    expect((await run(['workspaces', 'rotate-keys'], both)).out).toContain(
      'The tokens of 2 workspaces are encrypted with the first key now.',
    );
    const listed = await run(['workspaces', 'list'], { TOKENS_KEY: secondKey });
    expect(listed.out).not.toContain('not served');
  });

  it('fails with a sentence for each workspace whose key is missing', async () => {
    await test.install(first);
    const { code, out } = await run(['workspaces', 'rotate-keys'], { TOKENS_KEY: secondKey });
    expect(code).toBe(1);
    expect(out).toContain('Moss & Fern: The tokens are encrypted with the key');
  });
});

describe('doctor', () => {
  it('looks at each workspace', async () => {
    await test.install(first);
    await test.install(second);
    const { out } = await run(['doctor'], { PORT: '0' });
    expect(out).toContain('for several workspaces');
    expect(out).toContain('Moss & Fern: its token is valid');
    expect(out).toContain('Pine & Pebble: its token is valid');
    expect(out).not.toContain('xoxb-');
  });

  it('says in which workspace Slack refuses the token', async () => {
    await test.install(first);
    await test.install(second);
    test.slack(second).faults.fail('auth.test', 'token_revoked', { times: 5 });
    const { code, out } = await run(['doctor'], { PORT: '0' });
    expect(code).toBe(1);
    expect(out).toContain('Pine & Pebble: Slack refuses the token (token_revoked).');
    expect(out).toContain('Moss & Fern: its token is valid');
    test.slack(second).faults.clear();
  });
});
