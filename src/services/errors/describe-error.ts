import { sqlStateOf } from './database-errors.js';

/** The name, code and place of an error; never its message, which may quote what a person wrote. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, cause } = error as Error & { code?: unknown };
  const sqlState = sqlStateOf(error);
  const slack = (error as { data?: { error?: unknown } }).data?.error;
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(sqlState !== undefined && { sqlState }),
    // The client takes whatever isn't JSON, such as a proxy's page, for the name of an error.
    ...(typeof slack === 'string' && /^[a-z0-9_]+$/.test(slack) && { slack }),
    at: framesOf(error),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}

/** A line of V8's: `at name (file:///a/b.js:1:2)`, `at async node:internal/x:1:2`. */
const frame =
  /^at (?:(?:async |new )*[\w$.#<>[\] ]+ \()?(?:file:|node:|\/|[A-Z]:\\)\S+:\d+:\d+\)?$/;

/**
 * Where an error came from, from the innermost place on. A stack begins with the error's message,
 * whose lines may look like anything: only the frames behind it count, and only what looks like one.
 */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const behind = at < 0 ? stack : stack.slice(at + message.length);
  const lines = behind.split('\n').map((line) => line.trim());
  return lines.filter((line) => frame.test(line)).slice(0, 8);
}
