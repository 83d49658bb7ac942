import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/project-path.js';

const readJson = (...path: string[]) => JSON.parse(readFileSync(projectPath(...path), 'utf8'));
const project = readJson('.slack', 'hooks.json');

describe('the Slack CLI', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ladder-slack-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a hook as the CLI does: its command's words, without a shell, in the project's folder. */
  async function run(command: string, env: NodeJS.ProcessEnv = {}) {
    const [program = '', ...words] = command.split(' ');
    const child = spawn(program, words, {
      cwd: projectPath(),
      env: { PATH: process.env.PATH, HOME: folder, npm_config_update_notifier: 'false', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const out = await text(child.stdout);
    const [code] = await ended;
    return { code, out: out.trim() };
  }

  /** What the CLI knows in the end: its own hooks, overridden by the project's. */
  async function readHooks() {
    const { code, out } = await run(project.hooks['get-hooks']);
    expect(code).toBe(0);
    const theirs = JSON.parse(out);
    return {
      hooks: { ...theirs.hooks, ...project.hooks },
      config: { ...theirs.config, ...project.config },
    };
  }

  it('learns the hooks, and that Ladder connects by itself', async () => {
    expect(await readHooks()).toMatchObject({
      hooks: { 'get-manifest': expect.any(String), start: 'node scripts/slack-start.mjs' },
      config: {
        'sdk-managed-connection-enabled': true,
        watch: { manifest: { paths: ['manifest/manifest.json'] } },
      },
    });
  });

  it('gets the manifest as it is', async () => {
    const { hooks } = await readHooks();
    const { out } = await run(hooks['get-manifest']);
    expect(JSON.parse(out)).toEqual(readJson('manifest', 'manifest.json'));
  });

  it('runs Ladder with the tokens of its own app', async () => {
    const program = join(folder, 'tells.mjs');
    writeFileSync(
      program,
      'const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app } = process.env; console.log(bot, app); process.exit(7);',
    );
    const { hooks } = await readHooks();
    const ended = await run(hooks.start, {
      SLACK_BOT_TOKEN: 'xoxb-other',
      SLACK_CLI_XOXB: 'xoxb-cli',
      SLACK_CLI_XAPP: 'xapp-cli',
      SLACK_CLI_CUSTOM_FILE_PATH: program,
    });
    expect(ended).toEqual({ code: 7, out: 'xoxb-cli xapp-cli' });
  });
});
