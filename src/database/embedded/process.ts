import { spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresUser } from './user.js';

/** One of Postgres' programs, started by this process. */
export interface PostgresProcess {
  pid: number | undefined;
  /** Resolves when it has ended, with its last words, in English; an empty text if all went well. */
  ended: Promise<string>;
  /** Stops it in order; if that takes too long, at once, which its next start recovers from. */
  stop(): Promise<void>;
}

export interface RunOptions {
  user: PostgresUser;
  cwd: string;
  /** Where the programs find their libraries, if not beside themselves. */
  libraries: string | undefined;
}

const stopWithinMs = 6_000;

/**
 * A shell that becomes the program, so it has the program's process id. Another one waits at a pipe:
 * the pipe ends when this process does, however it ends, and the program is told to stop. A line
 * instead says that there is nothing left to stop. `$1` is where the program finds its libraries.
 */
const script = `
( (trap '' INT TERM HUP; read -r _ <&3 || kill -INT $$) >/dev/null 2>&1 & )
[ -z "$1" ] || export LD_LIBRARY_PATH="$1" DYLD_LIBRARY_PATH="$1"
shift
exec "$@" 3<&-`;

/** Runs a program in a session of its own: Ctrl+C at a terminal reaches it through this process. */
export function startProgram(
  words: string[],
  { user, cwd, libraries = '' }: RunOptions,
): PostgresProcess {
  const child = spawn('sh', ['-c', script, 'sh', libraries, ...user.words, ...words], {
    ...user.ids,
    cwd,
    // Nobody's settings come along, and what is said is English.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said = (said + text).slice(-10_000);
  });
  const watch = child.stdio[3] as Duplex;
  watch.on('error', () => {}); // It has ended before us.
  const closed = new Promise((resolve) => child.once('close', resolve));
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', async (code, signal) => {
      watch.end('\n');
      // Connections that outlive a killed server for a moment hold the pipe open.
      await Promise.race([closed, pause(500)]);
      resolve(code === 0 ? '' : (lastWords(said) ?? `it ended with ${signal ?? code}`));
    });
  });
  return {
    pid: child.pid,
    ended,
    async stop() {
      child.kill('SIGINT');
      const late = setTimeout(() => child.kill('SIGQUIT'), stopWithinMs);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The last error that ended the program; else the last line. */
function lastWords(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.flatMap((line) => /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? []);
  // What it says to its connections is no cause.
  return (
    fatal.findLast((text) => !/^(terminating|the database system) /.test(text)) ?? lines.at(-1)
  );
}
