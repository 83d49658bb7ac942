import { afterEach, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import type { OpenDatabaseServer } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import { answerAll, openCheckIn, openQuarter } from '../slack/check-in/desk.js';
import { openTestServer } from '../support/database.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';

let server: OpenDatabaseServer;
let ladder: TestLadder | undefined;
afterEach(async () => {
  await ladder?.stop();
  ladder = undefined;
  await server.close();
});

const tablesIn = (schema: string) =>
  withClient(server.url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY tablename',
      [schema],
    );
    return rows.map(({ name }) => name);
  });

/** The database of this test, with its tables in another schema. */
function inSchema(schema: string): string {
  const url = new URL(server.url);
  url.searchParams.set('schema', schema);
  return url.href;
}

describe('DATABASE_URL with a schema', () => {
  it('has all tables made there, and people served from there', async () => {
    server = await openTestServer();
    const before = await tablesIn('public');
    const databaseUrl = inSchema('career-2');
    ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z', config: { databaseUrl } });
    await openQuarter(ladder);
    expect((await ladder.sendDue()).length).toBeGreaterThan(0);
    await openCheckIn(ladder, ladder.as('Teo'));
    await answerAll(ladder.as('Teo'));
    expect(await tablesIn('career-2')).toEqual(before);
    const counted = await withClient(server.url, (client) =>
      client.query(`SELECT (SELECT count(*)::int FROM "career-2".check_in) AS there,
        (SELECT count(*)::int FROM public.check_in) AS elsewhere`),
    );
    expect(counted.rows).toEqual([{ there: 1, elsewhere: 0 }]);
  });

  it.each(['career', 'Career-3', 'select'])(
    'finds them again at the next start: %s',
    async (name) => {
      server = await openTestServer();
      const settings = { databaseUrl: inSchema(name), dataDirectory: '' };
      const first = await openDatabase(settings);
      await first.db.workspace.create({ data: { slackTeamId: 'T1', name: 'Moss & Fern' } });
      await first.close();
      const second = await openDatabase(settings);
      expect(await second.db.workspace.count()).toBe(1);
      await second.close();
    },
  );
});
