import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { startServerProcess } from '../support/server-process.js';

/** `npm start` in the project, as an operator types it; its end is that of all it has started. */
function npmStart(env: NodeJS.ProcessEnv) {
  const { PATH, HOME } = process.env;
  const npm = spawn('npm', ['start'], { cwd: projectPath(), env: { PATH, HOME, ...env } });
  let out = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (text) => {
      out += text;
    });
  }
  const ended = new Promise<void>((resolve) => npm.once('close', () => resolve()));
  return { npm, out: () => out, ended };
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)(
  'a server that npm has started ends in order with npm, at %s',
  async (signal) => {
    const server = await startServerProcess();
    await server.stop();
    const { npm, out, ended } = npmStart(server.env);
    await vi.waitFor(() => expect(out()).toContain('"msg":"ready"'), { timeout: 30_000 });
    npm.kill(signal);
    await ended;
    expect(out()).toContain('"msg":"stopping"');
    await server.remove();
  },
);

test('whatever npm starts for long takes the place of the shell', () => {
  const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  for (const name of ['start', 'playground', 'ladder']) {
    expect(scripts[name]).toMatch(/(^|&& )exec node( --\S+)? \S+( \S+)?$/);
  }
});
