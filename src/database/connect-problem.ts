import { Client } from 'pg';
import { readDatabaseUrl } from '../config/database-url.js';
import { DatabaseProblem } from './problem.js';

/** The fields of the errors that pg, Node and Postgres throw for a failed connection. */
interface ConnectError extends Error {
  code?: string;
  /**
   * The function of Postgres that refused; it distinguishes errors with the same code, in any
   * language.
   */
  routine?: string;
}

/** The user, host and database of an attempt to connect. */
interface Attempt {
  at: string;
  user: string;
  database: string;
}

/** Explains why a connection to the database at this URL failed. */
export function connectProblem(error: unknown, url: string): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const known = error instanceof Error ? error : new Error(String(error));
  return new DatabaseProblem([sentenceOf(known, attemptAt(url))], { cause: error });
}

function attemptAt(url: string): Attempt {
  // Includes what pg takes from its own variables (PGHOST and so on) where the URL has nothing.
  const {
    host,
    port,
    user = '',
    database = '',
  } = new Client({
    connectionString: readDatabaseUrl(url).connectionString,
  });
  return { at: host.startsWith('/') ? host : `${host}:${port}`, user, database };
}

function sentenceOf(error: ConnectError, attempt: Attempt): string {
  const code = error.code ?? '';
  return (
    networkSentence(code, error.message, attempt) ??
    certificateSentence(code, error.message, attempt) ??
    refusalSentence(error, attempt) ??
    `The connection to the database at ${attempt.at} failed (${code || error.name}): ${error.message}`
  );
}

function networkSentence(code: string, message: string, { at }: Attempt): string | undefined {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The host of the database, ${at}, is not known (${code}). Correct it in DATABASE_URL, or the name service of this machine.`;
  }
  if (code === 'ECONNREFUSED' || code === 'ENOENT') {
    return `No database answers at ${at} (${code}). Start the Postgres server there, or correct host and port in DATABASE_URL.`;
  }
  if (code === 'EACCES' && at.startsWith('/')) {
    return `The user who runs Ladder may not use the socket of the database in ${at} (EACCES). Let them, or name a host in DATABASE_URL.`;
  }
  if (['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) || /timeout/i.test(message)) {
    return `The database at ${at} can't be reached (${code || 'time-out'}). Look whether a firewall is between, and whether host and port in DATABASE_URL are right.`;
  }
  if (['ECONNRESET', 'EPIPE'].includes(code) || /^Connection terminated/.test(message)) {
    return `What answers at ${at} hung up (${code || 'connection closed'}). Look whether it is a Postgres server, and into its log.`;
  }
  return undefined;
}

function certificateSentence(code: string, message: string, { at }: Attempt): string | undefined {
  if (message.includes('does not support SSL')) {
    return `The database at ${at} takes no TLS, which DATABASE_URL asks for. Turn it on there (ssl = on), or say sslmode=disable where the network is yours alone.`;
  }
  if (/^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT))/.test(code)) {
    return `The certificate of the database at ${at} was signed by an authority that this machine doesn't know (${code}). Name the authority's certificate with sslrootcert=FILE in DATABASE_URL; or, where it needn't be checked, say uselibpqcompat=true&sslmode=require. sslmode=require alone means verify-full here.`;
  }
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return `The certificate of the database at ${at} is self-signed (${code}). Name that certificate with sslrootcert=FILE in DATABASE_URL; or, where it needn't be checked, say uselibpqcompat=true&sslmode=require. sslmode=require alone means verify-full here.`;
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return `The certificate of the database at ${at} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'} (${code}). Renew it there, and look at this machine's clock.`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of the database at ${at} is for another name (${code}). Use the name that it is for in DATABASE_URL; or, with sslrootcert, say uselibpqcompat=true&sslmode=verify-ca.`;
  }
  if (/^(ERR_SSL|ERR_TLS|CERT_|EPROTO)/.test(code) || /SSL/.test(message)) {
    return `The encrypted connection to the database at ${at} was not made (${code || message}). Look at the certificates on both sides, and at sslmode in DATABASE_URL.`;
  }
  return undefined;
}

function refusalSentence(error: ConnectError, attempt: Attempt): string | undefined {
  const { at, user, database } = attempt;
  // pg has no code for a missing password.
  if (error.message.includes('client password must be a string')) {
    return `The database at ${at} asks for a password of ${user}, and DATABASE_URL has none. Put it there: postgresql://${user}:PASSWORD@…`;
  }
  switch (error.code) {
    case '28P01':
      return `The database at ${at} refuses the password of ${user} (28P01). Correct user and password in DATABASE_URL; characters such as # / ? @ % must be percent-encoded there.`;
    case '28000':
      return error.routine === 'InitializeSessionUserId'
        ? `The role ${user} is not there, or may not log in (28000). Make it: CREATE ROLE ${user} LOGIN PASSWORD '…', or correct the user in DATABASE_URL.`
        : `The server at ${at} lets ${user} not into the database ${database} from this machine (28000): ${error.message}. Add a line to its pg_hba.conf; if it wants TLS, say sslmode=verify-full in DATABASE_URL.`;
    case '3D000':
      return `There is no database ${database} at ${at} (3D000). Make it: createdb ${database} --owner ${user} --encoding UTF8 --template template0, or correct the name in DATABASE_URL.`;
    case '42501':
      return `The role ${user} may not connect to the database ${database} (42501). Let it: GRANT CONNECT ON DATABASE ${database} TO ${user}.`;
    case '53300':
      return `Postgres has no connection left for ${user} (53300): ${error.message}. Raise the limit of the role, of the database (both ALTER … CONNECTION LIMIT) or of the server (max_connections), or let others end theirs.`;
    case '55000':
      return `The database ${database} takes no connections (55000). Let it: ALTER DATABASE ${database} ALLOW_CONNECTIONS true.`;
    case '57P03':
      return `The Postgres server at ${at} is just being started or stopped (57P03). Try again in a moment.`;
    default:
      return error.code && /^[0-9A-Z]{5}$/.test(error.code)
        ? `The server at ${at} refuses the connection (${error.code}): ${error.message}`
        : undefined;
  }
}
