import type { Clock } from '../services/context.js';

/** What a command has around it, so that tests can run commands without a process. */
export interface Shell {
  /** The variables to read the configuration from; those of the process if left out. */
  environment?: NodeJS.ProcessEnv;
  clock: Clock;
  /** The zone of this machine, an IANA name: a time without a zone is meant in it. */
  timeZone: string;
  out(line: string): void;
  error(line: string): void;
  /** Shows a line in the place of the one before; left out where the output is no terminal. */
  status?: (line: string) => void;
  /** Whether the output is a terminal that can show bold and dim. */
  colours: boolean;
  /** Aborted once the command is to end; left out where nothing interrupts it. */
  signal?: AbortSignal;
}

/** A command's own verdict where nothing failed and yet something is wrong; it has printed why. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}
