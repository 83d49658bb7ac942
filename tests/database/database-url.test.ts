import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { databaseUrlProblems, readDatabaseUrl } from '../../src/config/database-url.js';
import { ConfigError, readConfig } from '../../src/config.js';

/** What pg is given as the password. */
const passwordIn = (url: string) =>
  decodeURIComponent(new URL(readDatabaseUrl(url).connectionString).password);

describe('a DATABASE_URL', () => {
  it.each([
    'postgresql://ladder@localhost/ladder',
    'postgres://ladder:secret@db.example.com:6432/ladder?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgresql://ladder@localhost/ladder?host=%2Fvar%2Frun%2Fpostgresql',
    'postgresql:///ladder?host=/var/run/postgresql&user=ladder',
    'postgresql://ladder@/ladder?host=/var/run/postgresql',
    'postgresql://localhost/ladder?user=ladder@server&password=a@b',
    'postgresql://[::1]:5432/ladder?application_name=ladder-2&options=-c%20geqo%3Doff',
    'postgresql://ladder@db/ladder?sslmode=require&channel_binding=prefer&uselibpqcompat=true',
    'postgresql://ladder:a,b@db:5432/ladder?port=6432',
  ])('is taken: %s', (url) => {
    expect(databaseUrlProblems(url)).toEqual([]);
  });

  it('names the schema, which is public otherwise', () => {
    expect(readDatabaseUrl('postgresql://db/ladder?schema=career').schema).toBe('career');
    expect(readDatabaseUrl('postgresql://db/ladder').schema).toBe('public');
  });

  it.each(['', 'pg_ladder', 'information_schema', '1st', 'a"b', 'a;b', 'a'.repeat(64)])(
    'names no schema %s',
    (schema) => {
      expect(
        databaseUrlProblems(`postgresql://db/ladder?schema=${encodeURIComponent(schema)}`),
      ).toEqual([expect.stringMatching(/^DATABASE_URL: schema must be the name of a schema/)]);
    },
  );

  it('says how long connecting may take', () => {
    const { connectTimeoutMs } = readDatabaseUrl('postgresql://db/ladder?connect_timeout=3');
    expect(connectTimeoutMs).toBe(3000);
  });

  it('means verify-full by the TLS modes that pg takes for the same, and pg needn’t warn', () => {
    for (const mode of ['prefer', 'require', 'verify-ca']) {
      const { connectionString } = readDatabaseUrl(`postgresql://db/ladder?sslmode=${mode}`);
      expect(connectionString).toBe('postgresql://db/ladder?sslmode=verify-full');
    }
  });

  it.each([
    ['connection_limit=5', 'Set DATABASE_POOL_SIZE.'],
    ['pool_timeout=20', 'A request waits up to ten seconds for a free connection.'],
    ['pgbouncer=true', 'a pooler must keep a session for each connection'],
    ['socket_timeout=5', 'Statements end after ten seconds.'],
    ['statement_cache_size=0', 'Ladder prepares no statements by name.'],
    ['sslaccept=strict', 'Use sslmode=verify-full'],
    ['sslidentity=a.p12', 'Use sslcert and sslkey'],
    ['max=50', 'Set DATABASE_POOL_SIZE.'],
    ['query_timeout=1', 'Statements end after ten seconds.'],
    ['statement_timeout=1', 'Statements end after ten seconds.'],
    ['client_encoding=LATIN1', 'to UTF8'],
    ['target_session_attrs=read-write', 'which must take writes'],
    ['gssencmode=disable', 'It knows schema, connect_timeout'],
    ['constructor=x', 'It knows schema, connect_timeout'],
    ['__proto__=x', 'It knows schema, connect_timeout'],
  ])('says of a parameter that means nothing here what does: %s', (parameter, advice) => {
    const [problem, ...more] = databaseUrlProblems(`postgresql://db/ladder?${parameter}`);
    const [name] = parameter.split('=');
    expect(problem).toContain(`DATABASE_URL: ${name} means nothing to Ladder.`);
    expect(problem).toContain(advice);
    expect(problem).toMatch(/Take it out\.$/);
    expect(more).toEqual([]);
  });

  it.each([
    ['sslmode=allow', 'sslmode must be one of'],
    ['sslmode=verify_full', 'sslmode must be one of'],
    ['sslcert=client.pem', 'goes with its sslkey'],
    ['connect_timeout=soon', 'whole number of seconds'],
    ['channel_binding=require', 'sslmode=verify-full'],
    ['ssl=maybe', 'ssl must be true or false'],
    ['port=soon', 'port must be a whole number'],
    ['port=0', 'port must be a whole number'],
    ['host=one,other', 'Ladder works with one server'],
  ])('is refused with a value that can’t be held: %s', (parameter, sentence) => {
    expect(databaseUrlProblems(`postgresql://db/ladder?${parameter}`)).toEqual([
      expect.stringContaining(sentence),
    ]);
  });

  it.each(['schema=a&schema=b', 'sslmode=verify-full&sslmode=disable'])(
    'is refused with a parameter twice, as only one can be meant: %s',
    (parameters) => {
      const [problem] = databaseUrlProblems(`postgresql://db/ladder?${parameters}`);
      expect(problem).toMatch(/^DATABASE_URL: (schema|sslmode) is there twice/);
    },
  );

  it.each(['one,other', 'one:5432,other:5433', 'ladder:secret@one,other:5432'])(
    'is refused with several hosts, and says why: %s',
    (hosts) => {
      const [problem] = databaseUrlProblems(`postgresql://${hosts}/ladder`);
      expect(problem).toMatch(/^DATABASE_URL names several hosts. Ladder works with one server/);
      expect(problem).not.toContain('secret');
    },
  );

  it.each([
    ['ladder%20two', 'ladder two'],
    ['a%2Fb%40c%3Ad', 'a/b@c:d'],
    ['l%C3%A4dder', 'lädder'],
    ['100%25', '100%'],
  ])('has its name taken as it is meant: %s', (written, meant) => {
    const { connectionString } = readDatabaseUrl(`postgresql://db/${written}`);
    expect(new Client({ connectionString }).database).toBe(meant);
  });

  it('is refused with a name that can’t be handed on', () => {
    for (const name of ['lad%23der', 'lad%3Fder']) {
      expect(databaseUrlProblems(`postgresql://db/${name}`)).toEqual([
        expect.stringContaining('Rename the database'),
      ]);
    }
  });

  it.each([
    'ladder:se%E4cret@db/ladder',
    'lad%ffder@db/ladder',
    'ladder@db/ladder%00',
    'ladder@db/%E4',
  ])('is refused where what is encoded is no text, and not shown: %s', (rest) => {
    const [problem] = databaseUrlProblems(`postgresql://${rest}`);
    expect(problem).toMatch(/^DATABASE_URL is no URL that can be read.*percent-encoded/);
    expect(problem).not.toContain('cret');
  });

  it('is told all of its problems at once', () => {
    expect(
      databaseUrlProblems('postgresql://db/ladder?pgbouncer=true&connection_limit=1'),
    ).toHaveLength(2);
  });
});

describe('a password in DATABASE_URL', () => {
  it.each([
    'se#cret',
    'se/cret',
    'se?cret',
    '12#cret',
    '12/cret',
    '12?cret',
    'a@b#cret',
    'a@b/cret',
  ])('with one of # / ? is asked for in its encoded form, and not shown: %s', (password) => {
    for (const url of [
      `postgresql://ladder:${password}@db:5432/ladder`,
      `postgresql://ladder:${password}@db/ladder?schema=career`,
    ]) {
      const [problem, ...more] = databaseUrlProblems(url);
      expect(problem).toMatch(/^DATABASE_URL .*percent-encoded.* # as %23, \/ as %2F, \? as %3F/);
      expect(problem).not.toContain('cret');
      expect(more).toEqual([]);
    }
  });

  it.each(['a@b?cret', 'a@b?cr=et'])('with @ and ? is not shown: %s', (password) => {
    const [problem] = databaseUrlProblems(`postgresql://ladder:${password}@db/ladder`);
    expect(problem).toMatch(/^DATABASE_URL .*percent-encoded/);
    expect(problem).not.toContain('cr');
  });

  it.each([
    ['se%23c%2Fr%3Fe%40t', 'se#c/r?e@t'],
    ['se%cret', 'se%cret'],
    ['100%', '100%'],
    ['a b%2Fc', 'a b/c'],
    ['se@cret', 'se@cret'],
    ['üñ', 'üñ'],
  ])('is taken as it is meant: %s', (written, meant) => {
    expect(passwordIn(`postgresql://ladder:${written}@db/ladder`)).toBe(meant);
  });

  it('is told among all other problems of the configuration', () => {
    const read = () =>
      readConfig({ DATABASE_URL: 'postgresql://a:b#c@db/x', DATABASE_POOL_SIZE: '1', PORT: 'x' });
    const problems: string[] = [];
    try {
      read();
    } catch (error) {
      if (error instanceof ConfigError) problems.push(...error.problems);
    }
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^DATABASE_URL/),
        'DATABASE_POOL_SIZE must be a whole number from 2 to 500.',
        expect.stringMatching(/^PORT/),
      ]),
    );
  });
});
