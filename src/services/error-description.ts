import { sqlStateOf } from './database-trouble.js';

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
    at: error.stack
      ?.match(/\n\s+at (.*)/g)
      ?.slice(0, 8)
      .map((line) => line.trim()),
    ...(cause instanceof Error && { cause: describeError(cause) }),
  };
}
