/** The address of the database and how to connect, from a valid `DATABASE_URL`. */
export interface DatabaseAddress {
  /** For pg: without the parameters that it would ignore or misread. Contains the password. */
  connectionString: string;
  /** The schema of Ladder's tables. */
  schema: string;
  /** The time limit of connecting in milliseconds, if the URL has one. */
  connectTimeoutMs: number | undefined;
}

/** An invalid `DATABASE_URL`; `problems` has one sentence for each reason, never a password. */
class DatabaseUrlError extends Error {
  override name = 'DatabaseUrlError';
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
  }
}

const encoding = 'Write these characters so: # as %23, / as %2F, ? as %3F, @ as %40, % as %25.';
const unreadable = `DATABASE_URL is no URL that can be read. It is postgresql://USER:PASSWORD@HOST:PORT/NAME; in user and password some characters must be percent-encoded. ${encoding}`;
const oneServer =
  'Ladder works with one server, which must take writes: name the primary, or an address that leads to it.';
const unfitName =
  "DATABASE_URL: the database's name has a # or ? in it, which can't be handed on to Postgres. Rename the database.";
const torn = `DATABASE_URL has a #, / or ? where it tears user, password or name apart: such characters must be percent-encoded. ${encoding}`;

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

/** Parses a `DATABASE_URL`. Throws DatabaseUrlError with all its problems. */
export function readDatabaseUrl(text: string): DatabaseAddress {
  if (!/^postgres(ql)?:\/\/./.test(text)) {
    throw new DatabaseUrlError([
      'DATABASE_URL must begin with postgresql://. Leave it out to use the embedded database.',
    ]);
  }
  const url = parse(text);
  const parameters = url.searchParams;
  const problems = [...parameters.keys()].flatMap((name) => problemsOf(name, parameters));
  if (/%(23|3F)/i.test(url.pathname)) problems.push(unfitName);
  // pg doesn't decode these.
  url.pathname = url.pathname.replace(/%(2[46BCF]|3[ABD]|40)/gi, decodeURIComponent);
  if (parameters.has('sslcert') !== parameters.has('sslkey')) {
    problems.push(
      "DATABASE_URL: sslcert is Ladder's own certificate and goes with its sslkey. What signed the server's certificate is sslrootcert.",
    );
  }
  if (problems.length > 0) throw new DatabaseUrlError([...new Set(problems)]);
  const schema = parameters.get('schema') ?? 'public';
  const seconds = parameters.get('connect_timeout');
  for (const ours of ['schema', 'connect_timeout', 'channel_binding']) parameters.delete(ours);
  // These are the same to pg, which warns each time.
  if (/^(prefer|require|verify-ca)$/.test(parameters.get('sslmode') ?? '')) {
    if (parameters.get('uselibpqcompat') !== 'true') parameters.set('sslmode', 'verify-full');
  }
  if (parameters.get('ssl') === 'false') parameters.set('ssl', '0');
  return {
    connectionString: url.href,
    schema,
    // As in libpq, 0 is no limit; the default applies then.
    connectTimeoutMs: Number(seconds) > 0 ? Number(seconds) * 1000 : undefined,
  };
}

/** Returns all problems of a `DATABASE_URL`, in sentences. */
export function databaseUrlProblems(text: string): string[] {
  try {
    readDatabaseUrl(text);
    return [];
  } catch (error) {
    if (error instanceof DatabaseUrlError) return error.problems;
    throw error;
  }
}

function parse(text: string): URL {
  // A % that encodes nothing is a plain character.
  const plain = text.replace(/%(?![0-9a-f]{2})/gi, '%25');
  const [, servers = ''] = /^\w+:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(plain) ?? [];
  if (servers.includes(','))
    throw new DatabaseUrlError([`DATABASE_URL names several hosts. ${oneServer}`]);
  const url = [plain, plain.replace('@/', '@localhost/')]
    .filter((one) => URL.canParse(one))
    .map((one) => new URL(one))[0];
  if (!url || !isDecodable(url)) throw new DatabaseUrlError([unreadable]);
  const { searchParams: parameters } = url;
  const mayHaveAt = parameters.has('user') || parameters.has('password');
  const isTorn =
    url.hash !== '' ||
    url.pathname.slice(1).search(/[/@]/) >= 0 ||
    (!mayHaveAt && url.search.includes('@'));
  if (isTorn) throw new DatabaseUrlError([torn]);
  return url;
}

/** Returns whether each part is UTF-8 without NUL once it is decoded, as Postgres needs it. */
function isDecodable({ username, password, hostname, pathname }: URL): boolean {
  try {
    return ![username, password, hostname, pathname].some((part) =>
      decodeURIComponent(part).includes('\0'),
    );
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function problemsOf(name: string, parameters: URLSearchParams): string[] {
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
