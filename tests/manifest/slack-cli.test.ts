import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { runNode } from '../support/node-process.js';

const readJson = (...path: string[]) => JSON.parse(readFileSync(projectPath(...path), 'utf8'));
/** The script of a hook, out of its command "node SCRIPT". */
const scriptOf = (command: string) => command.split(' ')[1] ?? '';
const getHooks = scriptOf(readJson('.slack', 'hooks.json').hooks['get-hooks']);

describe('the Slack CLI', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ladder-slack-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('learns the hooks, and that Ladder connects by itself', async () => {
    const { code, out } = await runNode(getHooks);
    expect({ code, answer: JSON.parse(out) }).toMatchObject({
      code: 0,
      answer: {
        hooks: { 'get-manifest': expect.any(String), start: expect.any(String) },
        config: { 'sdk-managed-connection-enabled': true },
      },
    });
  });

  it('gets the manifest as it is', async () => {
    const { out } = await runNode(await hook('get-manifest'));
    expect(JSON.parse(out)).toEqual(readJson('manifest', 'manifest.json'));
  });

  it('gets the manifest between the boundaries that it names', async () => {
    const words = ['--protocol=message-boundaries', '--boundary=@@'];
    const { out } = await runNode(await hook('get-manifest'), words);
    const [before, answer = '', after] = out.trim().split('@@');
    expect({ before, answer: JSON.parse(answer), after }).toEqual({
      before: '',
      answer: readJson('manifest', 'manifest.json'),
      after: '',
    });
  });

  it('runs Ladder with the tokens of its own app', async () => {
    const program = join(folder, 'tells.mjs');
    writeFileSync(
      program,
      'const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app } = process.env; console.log(bot, app); process.exit(7);',
    );
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-other',
      SLACK_CLI_XOXB: 'xoxb-cli',
      SLACK_CLI_XAPP: 'xapp-cli',
      SLACK_CLI_CUSTOM_FILE_PATH: program,
    };
    const { code, out } = await runNode(await hook('start'), [], { env });
    expect({ code, out: out.trim() }).toEqual({ code: 7, out: 'xoxb-cli xapp-cli' });
  });
});

async function hook(name: string): Promise<string> {
  const { out } = await runNode(getHooks);
  return scriptOf(JSON.parse(out).hooks[name]);
}
