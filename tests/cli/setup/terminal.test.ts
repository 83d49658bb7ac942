import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LocalSlack } from '../../../playground/slack/index.js';
import { projectPath } from '../../../src/project-path.js';
import { startServersSlack } from '../../support/server-process.js';

let slack: LocalSlack;
let folder: string;
beforeEach(async () => {
  slack = await startServersSlack({ appToken: 'xapp-server' });
  folder = mkdtempSync(join(tmpdir(), 'ladder-terminal-'));
});
afterEach(async () => {
  await slack.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** Setup at a terminal of its own, which `script` makes. */
function atTerminal() {
  const command = `${process.execPath} ${projectPath('dist/src/cli.js')} setup`;
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TERM: 'xterm',
      SHELL: '/bin/sh',
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    shown += text;
  });
  return {
    shown: () => shown,
    /** Types once the question is there. */
    async answer(question: string, text: string) {
      await vi.waitFor(() => expect(shown).toContain(question), { timeout: 30_000 });
      child.stdin.write(text);
    },
    ended: once(child, 'exit').then(([code]) => code),
  };
}

describe('setup at a terminal', () => {
  it('shows nothing of what is pasted', async () => {
    const terminal = atTerminal();
    await terminal.answer('Bot User OAuth Token (xoxb-…): ', 'xoxb-server\r');
    await terminal.answer(
      'App-level token (xapp-…), Enter for HTTP in place of Socket Mode: ',
      'xapp-server\r',
    );
    await terminal.answer('Enter for the embedded database: ', '\r');
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown()).toContain('The database is ready');
    expect(terminal.shown()).not.toMatch(/xoxb-s|xapp-s/);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toMatch(/^SLACK_BOT_TOKEN=xoxb-server$/m);
  });

  it.each([
    ['Ctrl+C', '\u0003', 130],
    ['Ctrl+D', '\u0004', 1],
  ])('writes nothing at %s', async (_, key, code) => {
    const terminal = atTerminal();
    await terminal.answer('Bot User OAuth Token (xoxb-…): ', 'xoxb-server\r');
    await terminal.answer('App-level token', key);
    expect(await terminal.ended).toBe(code);
    expect(terminal.shown()).toContain('Nothing was changed.');
    expect(existsSync(join(folder, '.env'))).toBe(false);
  });
});
