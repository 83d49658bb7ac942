import { setTimeout as pause } from 'node:timers/promises';
import { type Ended, type NodeProcess, startNode } from '../../support/node-process.js';
import { freePort } from './free-port.js';

/** A built Ladder under a supervisor, as systemd is one: however it ends, it is started again. */
export interface SupervisedServer {
  port: number;
  /** Where Slack posts to. */
  url: string;
  /** How often it was killed by `kill`. */
  kills: number;
  /** How it ended by itself, each time, and what it printed on standard error. */
  ownEnds: Pick<Ended, 'code' | 'error'>[];
  /** Whether it answers. */
  isReady(): Promise<boolean>;
  /** Resolves when it answers. Throws after a minute, with what it printed. */
  ready(): Promise<void>;
  /** SIGKILL: it ends without a word, wherever it is. */
  kill(): void;
  /** SIGTERM, and a start as soon as it has ended. Resolves with how it ended, when the next is ready. */
  restart(): Promise<Ended>;
  /** SIGTERM, and no start. */
  stop(): Promise<Ended | undefined>;
  /** How many log lines of all its processes hold this text. */
  logged(text: string): number;
  /** What all its processes logged. */
  log(): string;
}

/** What `npm run build` makes of the server. */
export const serverScript = 'dist/src/main.js';

/** Starts one and waits until it answers. */
export async function superviseServer(
  env: NodeJS.ProcessEnv,
  cwd: string,
): Promise<SupervisedServer> {
  const port = await freePort();
  const processes: NodeProcess[] = [];
  let current: NodeProcess | undefined;
  let isWanted = true;
  let isAsked = false;
  const start = () => {
    const one = startNode(serverScript, [], { env: { ...env, PORT: String(port) }, cwd });
    current = one;
    processes.push(one);
    isAsked = false;
    void one.ended.then(async ({ code, error }) => {
      current = undefined;
      if (!isAsked) server.ownEnds.push({ code, error });
      if (!isAsked) await pause(200);
      if (isWanted) start();
    });
  };
  const isReady = async () => {
    const signal = AbortSignal.timeout(2_000);
    return fetch(`http://127.0.0.1:${port}/healthz`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  const log = () => processes.map((one) => one.out()).join('');
  const end = async (signal: NodeJS.Signals) => {
    const ending = current;
    isAsked = true;
    ending?.kill(signal);
    return ending?.ended;
  };
  const server: SupervisedServer = {
    port,
    url: `http://127.0.0.1:${port}/slack/events`,
    kills: 0,
    ownEnds: [],
    isReady,
    async ready() {
      for (let left = 1200; left > 0; left -= 1) {
        if (await isReady()) return;
        await pause(50);
      }
      const words = server.ownEnds.map(({ error }) => error).join('\n');
      throw new Error(`The server didn't get ready.\n${words}\n${log().slice(-2000)}`);
    },
    kill() {
      if (!current) return;
      server.kills += 1;
      void end('SIGKILL');
    },
    async restart() {
      const ended = (await end('SIGTERM')) ?? { code: null, out: '', error: '' };
      await pause(0);
      await server.ready();
      return ended;
    },
    async stop() {
      isWanted = false;
      return end('SIGTERM');
    },
    logged: (text) =>
      log()
        .split('\n')
        .filter((line) => line.includes(text)).length,
    log,
  };
  start();
  await server.ready();
  return server;
}
