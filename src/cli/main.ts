import { loadEnvironment } from '../config.js';
import { errorText } from '../runtime/error-text.js';
import { exitCodeOf, onStopSignal, type StopSignal } from '../runtime/stop-signals.js';
import { systemClock } from '../services/context.js';
import { runCommand } from './run.js';
import { askAtTerminal, confirmAtTerminal } from './terminal.js';

/** How long an interrupted command is waited for, in milliseconds. */
const stopWithinMs = 10_000;

/**
 * Runs the operator's command line. A signal stops the command in order, with the signal's exit
 * code.
 */
export async function run(): Promise<void> {
  const stopping = new AbortController();
  let stopped: StopSignal | undefined;
  onStopSignal((signal) => {
    stopped = signal;
    stopping.abort();
    setTimeout(() => process.exit(exitCodeOf(signal)), stopWithinMs).unref();
  });
  const code = await runWith(stopping.signal);
  // Whatever an interrupted command still has open is not waited for.
  if (stopped) process.exit(exitCodeOf(stopped));
  process.exitCode = code;
}

async function runWith(signal: AbortSignal): Promise<number> {
  try {
    loadEnvironment();
  } catch (error) {
    console.error(errorText(error));
    return 1;
  }
  return runCommand(process.argv.slice(2), {
    clock: systemClock,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    out: (line) => console.log(line),
    error: (line) => console.error(line),
    ...(process.stderr.isTTY && {
      status: (line: string) => void process.stderr.write(`\r\u001b[K${line}`),
    }),
    ...(process.stdin.isTTY &&
      process.stdout.isTTY && {
        ask: confirmAtTerminal,
        askText: askAtTerminal,
      }),
    colours: process.stdout.isTTY === true,
    signal,
  });
}
