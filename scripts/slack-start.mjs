// The hook that `slack run` calls to start the app, in place of Slack's own: builds Ladder, runs it in
// Socket Mode with the tokens of the app that the CLI has installed, and ends when Ladder has ended.
// SLACK_CLI_CUSTOM_FILE_PATH names another program to run instead, as it is.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { SLACK_CLI_XOXB, SLACK_CLI_XAPP, SLACK_CLI_CUSTOM_FILE_PATH } = process.env;
const env = {
  ...process.env,
  ...(SLACK_CLI_XOXB && { SLACK_BOT_TOKEN: SLACK_CLI_XOXB }),
  ...(SLACK_CLI_XAPP && { SLACK_APP_TOKEN: SLACK_CLI_XAPP }),
};

if (!SLACK_CLI_CUSTOM_FILE_PATH) {
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (build.status !== 0) process.exit(build.status ?? 1);
}
const program = SLACK_CLI_CUSTOM_FILE_PATH || 'dist/src/main.js';
const ladder = spawn(process.execPath, [program], { cwd: root, stdio: 'inherit', env });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => ladder.kill(signal));
}
ladder.on('exit', (code) => process.exit(code ?? 1));
