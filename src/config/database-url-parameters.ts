export const encoding =
  'Write these characters so: # as %23, / as %2F, ? as %3F, @ as %40, % as %25.';
export const oneServer =
  'Ladder works with one server, which must take writes: name the primary, or an address that leads to it.';
export const torn = `DATABASE_URL has a #, / or ? where it tears user, password or name apart: such characters must be percent-encoded. ${encoding}`;

/** The parameters that pg and Ladder understand. */
const known = new Set([
  ...['schema', 'connect_timeout', 'application_name', 'fallback_application_name', 'options'],
  ...['host', 'port', 'user', 'password', 'ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey'],
  ...['sslnegotiation', 'uselibpqcompat', 'channel_binding'],
]);

/** Parameters that mean something elsewhere (mostly to Prisma), and what to use here. */
const instead: ReadonlyMap<string, string> = new Map(
  Object.entries({
    connection_limit: 'Set DATABASE_POOL_SIZE.',
    pool_timeout: 'A request waits up to ten seconds for a free connection.',
    pool_size: 'Set DATABASE_POOL_SIZE.',
    max: 'Set DATABASE_POOL_SIZE.',
    pgbouncer:
      'Ladder prepares no statements by name; a pooler must keep a session for each connection (pool_mode = session).',
    statement_cache_size: 'Ladder prepares no statements by name.',
    socket_timeout: 'Statements end after ten seconds.',
    statement_timeout: 'Statements end after ten seconds.',
    query_timeout: 'Statements end after ten seconds.',
    lock_timeout: 'Ladder sets it itself on each connection.',
    idle_in_transaction_session_timeout: 'Ladder sets it itself on each connection.',
    client_encoding: 'Ladder sets it itself on each connection, to UTF8.',
    encoding: 'Ladder sets the encoding itself on each connection, to UTF8.',
    search_path: 'The schema is schema=NAME.',
    sslaccept: 'Use sslmode=verify-full, or sslmode=no-verify to trust any certificate.',
    sslidentity: 'Use sslcert and sslkey, as PEM files.',
    sslpassword: 'Use sslcert and a sslkey without a password, as PEM files.',
    target_session_attrs: oneServer,
    dbname: 'The name of the database stands after the host: postgresql://HOST/NAME.',
    database: 'The name of the database stands after the host: postgresql://HOST/NAME.',
  }),
);

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** Returns what is wrong with a parameter of a `DATABASE_URL`, in sentences. */
export function parameterProblems(name: string, parameters: URLSearchParams): string[] {
  const [value = '', ...more] = parameters.getAll(name);
  const problem = more.length > 0 ? `${name} is there twice. Keep one.` : valueProblem(name, value);
  if (problem) return [`DATABASE_URL: ${problem}`];
  if (known.has(name)) return [];
  // The rest may be anything if a password contains a ?.
  if (!/^[a-z_]{1,40}$/i.test(name)) return [torn];
  return [
    `DATABASE_URL: ${name} means nothing to Ladder. ${instead.get(name.toLowerCase()) ?? `It knows ${[...known].join(', ')}.`} Take it out.`,
  ];
}

function valueProblem(name: string, value: string): string | undefined {
  if (name === 'schema') {
    if (/^(?!pg_|information_schema$)[A-Za-z_][A-Za-z0-9_-]{0,62}$/.test(value)) return undefined;
    return 'schema must be the name of a schema: up to 63 letters, digits, - and _, not beginning with a digit or pg_.';
  }
  if (name === 'connect_timeout') {
    if (/^\d{1,4}$/.test(value)) return undefined;
    return 'connect_timeout must be a whole number of seconds.';
  }
  // The name of a socket's folder may contain any character.
  if (name === 'host' && /^[^/].*,|^,/.test(value)) return `host names several. ${oneServer}`;
  if (
    name === 'port' &&
    !(/^\d{1,5}$/.test(value) && Number(value) > 0 && Number(value) < 65_536)
  ) {
    return 'port must be a whole number from 1 to 65535.';
  }
  if (name === 'sslmode' && !sslModes.includes(value)) {
    return `sslmode must be one of ${sslModes.join(', ')}.`;
  }
  if (name === 'ssl' && !['true', 'false', '1', '0', 'no-verify'].includes(value)) {
    return 'ssl must be true or false; sslmode says more exactly what is meant.';
  }
  if (name === 'sslnegotiation' && !['postgres', 'direct'].includes(value)) {
    return 'sslnegotiation must be postgres or direct.';
  }
  if (name === 'channel_binding' && value === 'require') {
    return "channel_binding=require can't be held. Take it out; sslmode=verify-full makes sure of who the server is.";
  }
  return undefined;
}
