import type { Log } from '../../services/context.js';
import {
  describeError,
  diskFull,
  isDatabaseAway,
  isDatabaseSlow,
  sqlStateOf,
  UserFacingError,
} from '../../services/errors/index.js';
import { currentTrace, newReference } from '../../services/trace.js';
import { UnreadableError } from './slack-values.js';

/**
 * Returns the sentence for a person about a failure, and logs the error: the message of a
 * UserFacingError; for any other error a sentence with the reference of the request's log lines.
 * `what` begins the sentence, for example "I couldn't save that page"; `advice` replaces the usual
 * end, which says what is not lost and what to do. All other options are logged.
 */
export function failureText(
  log: Log,
  error: unknown,
  options: { what?: string; advice?: string; [id: string]: unknown } = {},
): string {
  const { what = "That didn't work", advice, ...fields } = options;
  if (error instanceof UnreadableError) {
    log.warn({ ...fields, ...describeError(error) }, 'a request held what Ladder gives to nobody');
  }
  if (error instanceof UserFacingError) return error.message;
  const trace = currentTrace();
  if (trace) trace.failed = true;
  const reference = trace?.reference ?? newReference();
  log.error({ ...fields, reference, ...describeError(error) }, 'a request failed');
  const { reason, todo } = reasonFor(error);
  return `${what}: ${reason}. ${advice ?? todo} (ref ${reference})`;
}

function reasonFor(error: unknown): { reason: string; todo: string } {
  const kept = 'Nothing that was saved is lost;';
  if (isDatabaseSlow(error)) {
    return { reason: 'the database took too long', todo: `${kept} try again in a minute.` };
  }
  if (isDatabaseAway(error)) {
    return { reason: 'the database is not answering', todo: `${kept} try again in a minute.` };
  }
  if (sqlStateOf(error) === diskFull) {
    const todo = `${kept} tell whoever runs Ladder, and try again later.`;
    return { reason: "the database's disk is full", todo };
  }
  if (error instanceof Error && error.name.startsWith('WebAPI')) {
    const todo = 'Nothing is lost; try again in a minute.';
    return { reason: "Slack didn't take my answer", todo };
  }
  const todo = `${kept} try again, and if it stays, tell whoever runs Ladder.`;
  return { reason: 'something went wrong on my side', todo };
}
