import { ConfigError } from '../config.js';
import { DatabaseInUseError, DatabaseProblem } from '../database/problem.js';
import { isDatabaseAway, isDatabaseSlow, UserFacingError } from '../services/errors/index.js';
import type { ListenSettings } from '../system/port-problem.js';
import { systemErrorText } from '../system/system-error.js';

/**
 * Returns what to tell the operator about an error: a plain sentence, never a stack. `settings`
 * names the settings of the port that could not be opened.
 */
export function errorText(error: unknown, settings?: ListenSettings): string {
  if (error instanceof ConfigError || error instanceof UserFacingError) return error.message;
  if (error instanceof DatabaseInUseError || error instanceof DatabaseProblem) return error.message;
  const system = systemErrorText(error, { settings });
  if (system !== undefined) return system;
  if (isDatabaseSlow(error)) {
    return 'The database took too long for that (a time-out), and what was not through was undone. Try again; if it stays, look at what else it is doing, and at its disk.';
  }
  if (isDatabaseAway(error)) {
    return 'The database is not answering. Check DATABASE_URL, and that the server is up; nothing was changed.';
  }
  const slack = (error as { data?: { error?: unknown } }).data?.error;
  if (typeof slack === 'string') return `Slack refused the request (${slack}). Try: ladder doctor`;
  if (error instanceof Error && error.name.startsWith('WebAPI')) {
    return "Slack can't be reached. Check the network and try again.";
  }
  return error instanceof Error ? error.message : String(error);
}
