import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bot, channels, people, workspace } from '../../playground/made-up-workspace.js';
import {
  type LocalSlack,
  type LocalSlackOptions,
  startLocalSlack,
} from '../../playground/slack/index.js';
import { type Ended, runNode, startNode } from './node-process.js';

/** The built server in a process of its own, against a local Slack, with an embedded database. */
export interface ServerProcess {
  slack: LocalSlack;
  dataDirectory: string;
  /** Where Slack posts to, and asks how it is. */
  port: number;
  /** What the server was started with; a command beside it takes the same. */
  env: NodeJS.ProcessEnv;
  /** What it has printed so far. */
  out(): string;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** Starts another on the same data and waits for its end. */
  again(): Promise<Ended>;
  pid: number;
  /** How it ended, once it has. */
  ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop, as an operating system does. */
  stop(): Promise<Ended>;
  /** Stops what still runs and removes the data. */
  remove(): Promise<void>;
}

const botToken = 'xoxb-server';
const signingSecret = 'a signing secret of the server';

/** The Slack of such a server. */
export function startServersSlack(more: Partial<LocalSlackOptions> = {}): Promise<LocalSlack> {
  return startLocalSlack({
    workspace,
    people,
    channels,
    bot,
    botToken,
    signingSecret,
    app: { commands: [{ command: '/ladder', description: 'Your role and what comes next' }] },
    ...more,
  });
}

/**
 * Starts one, on a Slack of its own unless one is given; with an app token in Socket Mode. Throws with
 * what the server printed if it ends instead of getting ready.
 */
export async function startServerProcess(
  more: NodeJS.ProcessEnv = {},
  givenSlack?: LocalSlack,
): Promise<ServerProcess> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-server-'));
  const slack = givenSlack ?? (await startServersSlack());
  const env = {
    DATA_DIR: dataDirectory,
    PORT: '0',
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.apiUrl,
    ...more,
  };
  const process = startNode('dist/src/main.js', [], { env, cwd: dataDirectory });
  const remove = async () => {
    process.kill('SIGKILL');
    await process.ended;
    await slack.close();
    // Its database is still writing while it ends.
    rmSync(dataDirectory, { recursive: true, force: true, maxRetries: 20 });
  };
  const port = await Promise.race([readyPort(process.out), process.ended]);
  if (typeof port !== 'number') {
    await remove();
    throw new Error(port.error);
  }
  if (!more.SLACK_APP_TOKEN) slack.connectApp(`http://127.0.0.1:${port}/slack/events`);
  return {
    slack,
    dataDirectory,
    port,
    env,
    out: process.out,
    async get(path, headers = {}) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
      return { status: response.status, body: await response.json() };
    },
    pid: process.pid,
    ended: process.ended,
    again: () => runNode('dist/src/main.js', [], { env, cwd: dataDirectory }),
    kill: process.kill,
    stop() {
      process.kill('SIGTERM');
      return process.ended;
    },
    remove,
  };
}

/** The port out of the log line that says that the server is ready. */
async function readyPort(out: () => string): Promise<number> {
  for (;;) {
    const port = /"port":(\d+).*"msg":"ready"/.exec(out())?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
