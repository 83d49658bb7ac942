import type { Client } from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../src/database/client.js';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { answerAll, goOn, openCheckIn, openQuarter } from '../slack/check-in/desk.js';
import { openTestServer } from '../support/database.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';

let server: OpenDatabaseServer | undefined;
let ladder: TestLadder | undefined;
afterEach(async () => {
  await ladder?.stop();
  await server?.close();
  ladder = undefined;
  server = undefined;
});

/** What operators set for all who use a database, or a role there, each as odd as it may be. */
const odd: Record<string, string> = {
  search_path: 'career, pg_catalog',
  DateStyle: 'SQL, DMY',
  IntervalStyle: 'sql_standard',
  TimeZone: 'Asia/Kathmandu',
  client_encoding: 'LATIN1',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  standard_conforming_strings: 'off',
  transform_null_equals: 'on',
  array_nulls: 'off',
  row_security: 'off',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  default_transaction_deferrable: 'on',
  exit_on_error: 'on',
  synchronous_commit: 'off',
  statement_timeout: '100ms',
  lock_timeout: '1ms',
  idle_in_transaction_session_timeout: '1ms',
  idle_session_timeout: '1s',
  client_min_messages: 'debug5',
};

/** A database whose settings are these for everybody who connects. */
async function databaseWith(settings: Record<string, string>): Promise<string> {
  server = await openTestServer();
  await withClient(server.url, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const changes = Object.entries(settings).map(([setting, value]) => {
      const words = value.split(', ').map((word) => client.escapeLiteral(word));
      return `ALTER DATABASE "${rows[0]?.name}" SET ${setting} = ${words.join(', ')}`;
    });
    await client.query(changes.join(';'));
  });
  return server.url;
}

interface Setting {
  name: string;
  setting: string;
}

async function settingsOf(client: Client) {
  const { rows } = await client.query<Setting>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY($1) ORDER BY name',
    [Object.keys(odd)],
  );
  return asObject(rows);
}

const asObject = (settings: Setting[]) =>
  Object.fromEntries(settings.map(({ name, setting }) => [name, setting]));

/** A start, a whole check-in, and a minute in which messages are planned and sent. */
async function liveThroughADay(databaseUrl: string): Promise<void> {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z', config: { databaseUrl } });
  await openQuarter(ladder);
  const sent = await ladder.sendDue();
  expect(sent.length).toBeGreaterThan(0);
  const teo = ladder.as('Teo');
  await openCheckIn(ladder, teo);
  await teo.choose('modal', 'check_in.choose', 'Meeting');
  await teo.type('check_in.type', "Wrote \\'down\\' what a café in 東京 needs 🚀");
  await goOn(teo);
  await answerAll(teo, 4);
  await teo.type('check_in.proud_of', 'All of it.');
  await goOn(teo);
  const { db } = ladder.ladder.context;
  const checkIn = await db.checkIn.findFirstOrThrow({ include: { answers: true } });
  expect(checkIn.startedAt).toEqual(new Date('2027-03-04T15:00:00Z'));
  expect(checkIn.answers.map(({ text }) => text)).toContain(
    "Wrote \\'down\\' what a café in 東京 needs 🚀",
  );
  const cycle = await db.cycle.findFirstOrThrow();
  expect(cycle.reviewOn).toEqual(new Date('2027-03-24T00:00:00Z'));
}

describe('a database for which an operator has set everything to something odd', () => {
  it('serves as any other', async () => {
    await liveThroughADay(await databaseWith(odd));
  });

  it('has none of it in the connections of the pool, and in those that stand alone', async () => {
    const usual = await openTestServer();
    const alone = await withClient(usual.url, settingsOf);
    await usual.close();
    const url = await databaseWith(odd);
    expect(await withClient(url, settingsOf)).toEqual(alone);
    const { db } = connectDatabase(url);
    const inPool = await db.$queryRaw<Setting[]>`
      SELECT name, setting FROM pg_settings WHERE name = ANY(${Object.keys(odd)}) ORDER BY name`;
    await db.$disconnect();
    const limits = { statement_timeout: '10000', idle_in_transaction_session_timeout: '60000' };
    expect(asObject(inPool)).toEqual({ ...alone, ...limits });
  });
});
