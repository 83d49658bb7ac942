import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { withClient } from '../../../src/database/connection.js';
import { openDatabase } from '../../../src/database/index.js';
import { OddDatabases } from '../../support/odd-databases.js';
import { type Operator, startOperator } from '../operator.js';

const odd = new OddDatabases();
let operator: Operator;
beforeAll(async () => {
  operator = await startOperator();
});
beforeEach(() => operator.forget());
afterAll(async () => {
  await operator.stop();
  await odd.remove();
});

const elsewhere = (change: (url: URL) => void) => async () => {
  const url = new URL(await odd.database());
  change(url);
  return url.href;
};

/** What a database may be, how such a one is made, and what is said of it. */
const unfit: [string, () => Promise<string>, RegExp][] = [
  [
    'in LATIN1',
    () => odd.encodedAs('LATIN1'),
    /has the encoding LATIN1.*createdb NAME --encoding UTF8/,
  ],
  ['in SQL_ASCII', () => odd.encodedAs('SQL_ASCII'), /has the encoding SQL_ASCII/],
  ['in EUC_JP', () => odd.encodedAs('EUC_JP'), /has the encoding EUC_JP/],
  [
    'where the role may make no tables',
    async () =>
      odd.asRole(await odd.database('REVOKE CREATE ON SCHEMA public FROM PUBLIC'), 'LOGIN'),
    /^The role ladder_\w+ may not make tables in the schema public.*GRANT CREATE ON SCHEMA "public"/,
  ],
  [
    'where the role may not use the schema',
    async () => odd.asRole(await odd.database('REVOKE ALL ON SCHEMA public FROM PUBLIC'), 'LOGIN'),
    /may not use the schema public.*GRANT USAGE, CREATE ON SCHEMA/,
  ],
  [
    'where the role may not make the schema',
    async () => {
      const url = new URL(await odd.asRole(await odd.database(), 'LOGIN'));
      url.searchParams.set('schema', 'career');
      return url.href;
    },
    /There is no schema career.*CREATE SCHEMA "career" AUTHORIZATION/,
  ],
  [
    "with somebody's own table person",
    () => odd.database('CREATE TABLE person (id int)'),
    /^The schema public has person already, and not from Ladder.*schema=ladder/,
  ],
  [
    "with somebody's own type and view of our names",
    () =>
      odd.database(`CREATE TYPE "ActionItemState" AS ENUM ('a'); CREATE VIEW cycle AS SELECT 1`),
    /has ActionItemState, cycle already/,
  ],
  [
    'of another program that uses Prisma',
    () =>
      odd.database(`CREATE TABLE _prisma_migrations (migration_name text, checksum text,
        finished_at timestamptz, rolled_back_at timestamptz);
        INSERT INTO _prisma_migrations VALUES ('20240101_init', 'x', now(), NULL)`),
    /belong to another program that uses Prisma \(20240101_init\)/,
  ],
  [
    'of a newer Ladder',
    () =>
      odd.database(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
         VALUES ('new', '', '29991231_of_the_future', now())`,
        { migrated: true },
      ),
    /migrated by a newer Ladder \(29991231_of_the_future\)/,
  ],
  [
    'whose tables belong to another role',
    async () => odd.asRole(await odd.database('', { migrated: true }), 'LOGIN'),
    /may not read the table _prisma_migrations/,
  ],
  [
    'whose record may be read, and no table used',
    async () =>
      odd.asRole(
        await odd.database('', { migrated: true }),
        'LOGIN',
        'GRANT SELECT ON _prisma_migrations TO ROLE',
      ),
    /may not work with Ladder's table \w+ in the schema public; it belongs to postgres\. .*REASSIGN OWNED BY postgres/,
  ],
  [
    'that lost a table',
    () => odd.database('DROP TABLE access_log_entry', { migrated: true }),
    /lacks Ladder's tables access_log_entry/,
  ],
  [
    'that keeps no references whole',
    async () => {
      const url = await odd.database();
      const name = new URL(url).pathname.slice(1);
      return odd.asRole(
        url,
        'LOGIN SUPERUSER',
        `ALTER DATABASE ${name} SET session_replication_role = replica`,
      );
    },
    /session_replication_role is set to replica/,
  ],
  [
    'that is not there',
    elsewhere((url) => {
      url.pathname = '/not_there';
    }),
    /^There is no database not_there at .*createdb not_there/,
  ],
  [
    'for a role that is not there',
    elsewhere((url) => {
      url.username = 'nobody_here';
    }),
    /^The role nobody_here is not there, or may not log in/,
  ],
  [
    'for a role that may not log in',
    async () => odd.asRole(await odd.database(), 'NOLOGIN'),
    /is not there, or may not log in/,
  ],
  [
    'that the role may not connect to',
    async () => {
      const url = await odd.database();
      const name = new URL(url).pathname.slice(1);
      return odd.asRole(url, 'LOGIN', `REVOKE CONNECT ON DATABASE ${name} FROM PUBLIC`);
    },
    /may not connect to the database ladder_\w+ \(42501\)/,
  ],
  [
    'that has no connection left for the role',
    async () => odd.asRole(await odd.database(), 'LOGIN CONNECTION LIMIT 0'),
    /^Postgres has no connection left for ladder_\w+ \(53300\)/,
  ],
  [
    'that takes no connections',
    async () => {
      const url = await odd.database();
      const name = new URL(url).pathname.slice(1);
      const own = await odd.asRole(url, 'LOGIN');
      await withClient(inject('serverUrl'), (client) =>
        client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`),
      );
      return own;
    },
    /takes no connections \(55000\).*ALLOW_CONNECTIONS true/,
  ],
  [
    'where nothing listens',
    async () => 'postgresql://ladder@127.0.0.1:9/ladder',
    /^No database answers at 127\.0\.0\.1:9 \(ECONNREFUSED\)/,
  ],
  [
    'where there is no socket',
    async () => 'postgresql://ladder@localhost/ladder?host=/not-there',
    /^No database answers at \/not-there \(ENOENT\)/,
  ],
  [
    'on a host that is not known',
    async () => 'postgresql://ladder@nowhere.invalid/ladder',
    /^The host of the database, nowhere\.invalid:5432, is not known/,
  ],
];

describe('a database', () => {
  it.each(unfit)(
    '%s is refused by the start and by the doctor in the same words',
    async (...of) => {
      const [, make, sentence] = of;
      const databaseUrl = await make();
      operator.environment.DATABASE_URL = databaseUrl;
      const start = await openDatabase({ databaseUrl, dataDirectory: '' }).then(
        async ({ close }) => close(),
        (error: Error) => error.message,
      );
      expect(start).toMatch(sentence);
      const { code, out } = await operator.run('doctor');
      expect(code).toBe(1);
      expect(out).toContain(`wrong  database       ${start?.split('\n')[0]}`);
      expect(out).not.toMatch(/All is well|Ladder can start/);
      expect(out).toContain('manifest/manifest.json fits the code');
    },
  );
});
