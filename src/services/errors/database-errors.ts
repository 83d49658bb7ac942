/** Postgres's code for a disk that has no room left. */
export const diskFull = '53100';

/** Postgres's code of an error, which Prisma wraps in its own; undefined if it isn't one of Postgres's. */
export function sqlStateOf(error: unknown): string | undefined {
  const { meta } = (error ?? {}) as { meta?: { driverAdapterError?: { cause?: Caught } } };
  return meta?.driverAdapterError?.cause?.originalCode;
}

/**
 * Postgres's codes where it gave up what took too long: a statement, waiting for a lock, a transaction
 * that stood still or took too long altogether, waiting until a connection was free.
 */
const timeOutCodes = new Set(['57014', '55P03', '25P03', '25P04', '53300']);

/** Whether an error means that the database is there, and that what was asked took it too long. */
export function isDatabaseSlow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (timeOutCodes.has(sqlStateOf(error) ?? '')) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && timeOutCodes.has(code)) return true;
  if (code === 'P2028' && /expired transaction/.test(error.message)) return true;
  return isDatabaseSlow(error.cause);
}

interface Caught {
  originalCode?: string;
}

/** Codes of Node, of Prisma, and of Postgres where it is being stopped or started. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  '57P01',
  '57P02',
  '57P03',
]);

/** Whether an error means that the database can't be reached, as Prisma and pg put it. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error) || isDatabaseSlow(error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && awayCodes.has(code)) return true;
  if (awayCodes.has(sqlStateOf(error) ?? '')) return true;
  if (
    /DatabaseNotReachable|Connection terminated|timeout exceeded|Query read timeout|SocketTimeout|ConnectionClosed/.test(
      `${error.name} ${error.message}`,
    )
  )
    return true;
  return isDatabaseAway(error.cause);
}

/**
 * Postgres' codes for errors that may not recur: a serialization failure, a deadlock, no free
 * connection.
 */
const passingStates = new Set(['40001', '40P01', '53300']);

/**
 * Returns whether the same statement may succeed in a moment: the database was away, or another
 * transaction was in its way.
 */
export function isTransient(error: unknown): boolean {
  if (isDatabaseAway(error)) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return code === 'P2034' || passingStates.has(sqlStateOf(error) ?? '');
}
