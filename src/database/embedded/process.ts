import { spawn } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresUser } from './user.js';

/** One of Postgres' programs, started by this process. */
export interface PostgresProcess {
  pid: number | undefined;
  /** Resolves when it has ended, with its last error in English; an empty text if all went well. */
  ended: Promise<string>;
  /** Stops it in order or, if that takes too long, at once; the next start recovers from that. */
  stop(): Promise<void>;
}

export interface RunOptions {
  user: PostgresUser;
  cwd: string;
  /** The folder in which the programs find their libraries, if not beside themselves. */
  libraries: string | undefined;
}

const stopWithinMs = 6_000;

/**
 * A shell that replaces itself by the program, which so has the shell's process id. A second shell
 * reads from a pipe that ends when this process does, however it ends, and then stops the program.
 * A line on the pipe instead means that there is nothing left to stop. `$1` is the folder of the
 * libraries.
 */
const script = `
( (trap '' INT TERM HUP; read -r _ <&3 || kill -INT $$) >/dev/null 2>&1 & )
[ -z "$1" ] || export LD_LIBRARY_PATH="$1" DYLD_LIBRARY_PATH="$1"
shift
exec "$@" 3<&-`;

/**
 * Starts a program in a session of its own, so that Ctrl+C at a terminal reaches it only through
 * this process.
 */
export function startProgram(
  words: string[],
  { user, cwd, libraries = '' }: RunOptions,
): PostgresProcess {
  const child = spawn('sh', ['-c', script, 'sh', libraries, ...user.words, ...words], {
    ...user.ids,
    cwd,
    // Drops the caller's settings and makes messages English.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output = (output + text).slice(-10_000);
  });
  const watch = child.stdio[3] as Duplex;
  watch.on('error', () => {}); // The watching shell has ended already.
  const closed = new Promise((resolve) => child.once('close', resolve));
  const ended = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', async (code, signal) => {
      watch.end('\n');
      // Connections that outlive a killed server for a moment hold the pipe open.
      await Promise.race([closed, pause(500)]);
      resolve(code === 0 ? '' : (lastError(output) ?? `it ended with ${signal ?? code}`));
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

/** Returns the last error that ended the program; else the last line. */
function lastError(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.flatMap((line) => /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1] ?? []);
  // Errors that it sends to its connections are not why it ended.
  return (
    fatal.findLast((text) => !/^(terminating|the database system) /.test(text)) ?? lines.at(-1)
  );
}
