import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectPath } from '../src/project-path.js';
import { botToken, signingSecret } from './request.js';

export type Kind = 'ladder' | 'floor';

/** A server under test, in a process of its own. */
export interface Server {
  /** The URL of slash commands. */
  url: string;
  pid: number;
  /** From starting the process until it was ready, in milliseconds. */
  readyAfterMs: number;
  stop(): Promise<void>;
}

const scripts = { ladder: 'dist/src/main.js', floor: 'dist/bench/floor-app.js' };
/** How long a server may take to get ready, in milliseconds. */
const timeoutMs = 60_000;

export interface ServerOptions {
  /** For its data and its log. */
  folder: string;
  slackApiUrl: string;
  /** A ladder's file; without one the built-in ladder is used. */
  frameworkFile?: string;
  /** A Postgres server's database; without one Ladder uses an embedded one in `folder`. */
  databaseUrl?: string;
  /**
   * A file with the floor's answers by the command's text; without one it answers with a sentence.
   */
  answers?: string;
}

/** Starts a server and waits until it is ready. Throws an Error with its log if it ends before. */
export async function startServer(
  kind: Kind,
  { folder, slackApiUrl, databaseUrl = '', answers = '', frameworkFile = '' }: ServerOptions,
): Promise<Server> {
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [projectPath(scripts[kind])], {
    // Neither the environment nor an .env file of this machine may affect the server under test.
    cwd: folder,
    env: {
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: databaseUrl,
      ANSWERS: answers,
      FRAMEWORK_FILE: frameworkFile,
      SLACK_API_URL: slackApiUrl,
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
    },
    stdio: ['ignore', log, log],
  });
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
  };
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - startedAt > timeoutMs) {
      await stop();
      throw new Error(`The ${kind} server didn't get ready.\n${readFileSync(logFile, 'utf8')}`);
    }
    await pause(5);
  }
  const readyAfterMs = performance.now() - startedAt;
  return { url: `http://127.0.0.1:${port}/slack/events`, pid: child.pid ?? 0, readyAfterMs, stop };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }))
      .ok;
  } catch {
    return false;
  }
}

/** Returns a free port of this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
