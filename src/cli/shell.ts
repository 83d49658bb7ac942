import type { Clock } from '../services/context.js';

/** The surroundings of a command, so that tests can run commands without a process. */
export interface Shell {
  /** The variables to read the configuration from; those of the process if left out. */
  environment?: NodeJS.ProcessEnv;
  /** The workspace that the command is about, by its name or Slack's id; undefined where it isn't said. */
  workspace?: string;
  clock: Clock;
  /** The time zone of this machine, an IANA name; times without a zone are in it. */
  timeZone: string;
  out(line: string): void;
  error(line: string): void;
  /** Replaces the line before; undefined where the output is no terminal. */
  status?: (line: string) => void;
  /** Asks a question that is answered with yes or no; undefined where nobody can be asked. */
  ask?: (question: string) => Promise<boolean>;
  /**
   * Asks for a line of text, which is not shown while it is typed if it is secret. Returns undefined where
   * the input has ended. Undefined itself where nobody can be asked.
   */
  askText?: (question: string, how: { secret: boolean }) => Promise<string | undefined>;
  /** The path of the file with the variables; `.env` if left out. */
  environmentFile?: string;
  /** Whether the output is a terminal that can show bold and dim text. */
  colours: boolean;
  /** Aborted once the command is to end; undefined where nothing interrupts it. */
  signal?: AbortSignal;
}

/** A command that ran and found something wrong, which it has printed. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}
