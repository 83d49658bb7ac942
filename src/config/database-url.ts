import { encoding, oneServer, parameterProblems, torn } from './database-url-parameters.js';

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

const unreadable = `DATABASE_URL is no URL that can be read. It is postgresql://USER:PASSWORD@HOST:PORT/NAME; in user and password some characters must be percent-encoded. ${encoding}`;
const unfitName =
  "DATABASE_URL: the database's name has a # or ? in it, which can't be handed on to Postgres. Rename the database.";

/** Parses a `DATABASE_URL`. Throws DatabaseUrlError with all its problems. */
export function readDatabaseUrl(text: string): DatabaseAddress {
  if (!/^postgres(ql)?:\/\/./.test(text)) {
    throw new DatabaseUrlError([
      'DATABASE_URL must begin with postgresql://. Leave it out to use the embedded database.',
    ]);
  }
  const url = parse(text);
  const parameters = url.searchParams;
  const problems = [...parameters.keys()].flatMap((name) => parameterProblems(name, parameters));
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
