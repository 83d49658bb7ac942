import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../../src/database/client.js';
import type { OpenDatabase } from '../../../src/database/index.js';
import { errorText } from '../../../src/runtime/error-text.js';
import { isDatabaseAway, isDatabaseSlow } from '../../../src/services/errors/database-errors.js';
import { failureText } from '../../../src/slack/ui/failure-text.js';
import { openTestDatabase } from '../../support/database.js';
import { recordingLog } from '../../support/recording-log.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** The sentences for a person in Slack and for an operator about an error. */
function told(error: unknown) {
  return { slack: failureText(recordingLog().log, error), operator: errorText(error) };
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

const slowWays: [string, () => Promise<unknown>][] = [
  [
    'a statement that takes too long',
    () =>
      database.db.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = 50`;
        await tx.$queryRaw`SELECT 1 FROM pg_sleep(5)`;
      }),
  ],
  [
    'a transaction that takes too long',
    () =>
      database.db.$transaction(
        async (tx) => {
          await pause(200);
          await tx.person.count();
        },
        { timeout: 50 },
      ),
  ],
  [
    'a wait for what somebody else holds',
    () =>
      database.db.$transaction(async (tx) => {
        await tx.$executeRaw`LOCK TABLE person`;
        await database.db.$transaction(async (other) => {
          await other.$executeRaw`SET LOCAL lock_timeout = 50`;
          await other.person.count();
        });
      }),
  ],
];

describe('a time-out of the database', () => {
  it.each(slowWays)('is called so: %s', async (_, work) => {
    const error = await errorOf(work());
    expect({ slow: isDatabaseSlow(error), away: isDatabaseAway(error) }).toEqual({
      slow: true,
      away: false,
    });
    expect(told(error).slack).toMatch(
      /^That didn't work: the database took too long\. Nothing that was saved is lost; try again/,
    );
    expect(told(error).operator).toMatch(/^The database took too long for that \(a time-out\)/);
  });
});

describe('an outage of the database', () => {
  it('is called so', async () => {
    const { db } = connectDatabase('postgresql://postgres@127.0.0.1:9/none');
    const error = await errorOf(db.person.count());
    await db.$disconnect();
    expect({ slow: isDatabaseSlow(error), away: isDatabaseAway(error) }).toEqual({
      slow: false,
      away: true,
    });
    expect(told(error).slack).toContain('the database is not answering');
    expect(told(error).operator).toContain('The database is not answering');
  });
});
