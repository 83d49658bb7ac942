import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { databaseCheck } from '../../src/readiness/database.js';
import { diskCheck } from '../../src/readiness/disk.js';
import { type Check, createChecks, failing, ok, problemsOf } from '../../src/readiness/index.js';
import { minuteJobCheck } from '../../src/readiness/minute-job.js';
import { slackChecks, socketCheck } from '../../src/readiness/slack.js';
import { backgroundClient } from '../../src/slack/bolt/web-api/clients.js';
import { identify } from '../../src/slack/bolt/web-api/identity.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';
import { botToken, workspaceOptions } from '../support/local-slack.js';

const createReadiness = (checks: readonly Check[], now?: () => number) => {
  const look = createChecks(checks, now);
  return async () => problemsOf(await look());
};
const problemsOfOne = (check: Check) => createReadiness([check])();

describe('readiness', () => {
  it('says nothing while nothing is wrong, else each problem', async () => {
    const fine: Check = { about: 'disk', run: async () => ok(''), otherwise: '', holdsMs: 0 };
    const wrong: Check = {
      about: 'round',
      run: async () => failing('It is broken.'),
      otherwise: '',
      holdsMs: 0,
    };
    const thrown: Check = {
      about: 'database',
      run: () => Promise.reject(new Error('secret')),
      otherwise: 'It is away.',
      holdsMs: 0,
    };
    expect(await createReadiness([fine])()).toEqual([]);
    expect(await createReadiness([fine, wrong, thrown])()).toEqual([
      'It is broken.',
      'It is away.',
    ]);
  });

  it('does not wait for what does not answer', async () => {
    const silent: Check = {
      about: 'database',
      run: () => new Promise(() => {}),
      otherwise: 'It is silent.',
      holdsMs: 0,
    };
    expect(await problemsOfOne(silent)).toEqual(['It is silent.']);
  });

  it('looks once in the time for which an answer holds, however often it is asked', async () => {
    let looks = 0;
    let now = 0;
    const check: Check = {
      about: 'database',
      async run() {
        looks += 1;
        return failing(`Looked ${looks} times.`);
      },
      otherwise: '',
      holdsMs: 1000,
    };
    const readiness = createReadiness([check], () => now);
    await Promise.all([readiness(), readiness(), readiness()]);
    now = 999;
    expect(await readiness()).toEqual(['Looked 1 times.']);
    now = 1000;
    expect(await readiness()).toEqual(['Looked 2 times.']);
  });
});

describe('the database', () => {
  let ladder: TestLadder;
  let check: Check;
  beforeEach(async () => {
    ladder = await startTestLadder();
    const { context, workspace } = ladder.ladder;
    check = databaseCheck(context, { workspaceIds: () => [workspace.id], embedded: false });
  });
  afterEach(() => ladder.stop());

  it('is fine when it answers, is migrated and holds the framework', async () => {
    expect(await problemsOfOne(check)).toEqual([]);
  });

  it('is told of when it is away', async () => {
    ladder.database.cut();
    const problems = await problemsOfOne(check);
    ladder.database.restore();
    expect(problems).toEqual([expect.stringMatching(/^The database is not answering\. Check/)]);
  });

  it('is told of when a migration is missing', async () => {
    const { db } = ladder.ladder.context;
    const [last] = await db.$queryRaw<{ name: string }[]>`
      UPDATE _prisma_migrations SET finished_at = NULL
      WHERE id = (SELECT id FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1)
      RETURNING migration_name AS name`;
    const problems = await problemsOfOne(check);
    await db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()
      WHERE migration_name = ${last?.name}`;
    expect(problems).toEqual([
      expect.stringMatching(/^The database lacks 1 of \d+ migrations\. Restart Ladder/),
    ]);
  });

  it('is told of when it lost the framework that is in use', async () => {
    await ladder.ladder.context.db.workspace.deleteMany();
    expect(await problemsOfOne(check)).toEqual([
      expect.stringMatching(/^The database does not hold the framework .* Restart Ladder/),
    ]);
  });
});

describe('Slack', () => {
  let slack: LocalSlack;
  beforeAll(async () => {
    slack = await startLocalSlack(workspaceOptions({ botToken }));
  });
  beforeEach(() => slack.faults.clear());
  afterAll(() => slack.close());

  /** What is found out about Slack and the token. */
  const look = () =>
    createChecks(slackChecks(() => identify(backgroundClient(botToken, slack), slack)))();

  it('is fine when it takes the token', async () => {
    expect(await look()).toMatchObject({ slack: { state: 'ok' }, token: { state: 'ok' } });
  });

  it('is told of when it is away, and of the token nothing is known then', async () => {
    slack.faults.drop('auth.test');
    expect(await look()).toMatchObject({
      slack: {
        state: 'trouble',
        text: expect.stringMatching(/^Slack can't be reached at http.* Check the network/),
      },
      token: { state: 'unknown' },
    });
  });

  it('is told of when it has troubles of its own', async () => {
    slack.faults.fail('auth.test', 'fatal_error');
    expect(await look()).toMatchObject({
      slack: { state: 'trouble', text: expect.stringMatching(/\(fatal_error\)\. See https/) },
      token: { state: 'unknown' },
    });
  });

  it('is told of when it gives no answer', async () => {
    slack.faults.delay('auth.test', 60_000);
    expect(await look()).toMatchObject({
      slack: { state: 'trouble', text: expect.stringMatching(/^Slack is not answering\./) },
      token: { state: 'unknown' },
    });
  });

  it('is there when it refuses the token, which is the trouble then', async () => {
    slack.faults.fail('auth.test', 'token_revoked');
    expect(await look()).toMatchObject({
      slack: { state: 'ok' },
      token: {
        state: 'trouble',
        text: expect.stringMatching(/^Slack refuses SLACK_BOT_TOKEN \(token_revoked\)\. Copy it/),
      },
    });
  });

  it('is there when it only asks to wait', async () => {
    slack.faults.rateLimit('auth.test');
    expect(await look()).toMatchObject({ slack: { state: 'ok' }, token: { state: 'unknown' } });
  });
});

describe('the socket', () => {
  const look = (lostForMs: number | undefined, over: 'http' | 'socket' = 'socket') =>
    createChecks([socketCheck(() => lostForMs, { over })])();

  it('is fine while it is open, and for the seconds in which it is opened anew', async () => {
    expect(await look(undefined)).toMatchObject({ socket: { state: 'ok' } });
    expect(await look(6_000)).toMatchObject({ socket: { state: 'ok' } });
  });

  it('is none over HTTP', async () => {
    expect(await look(undefined, 'http')).toMatchObject({ socket: { state: 'none' } });
  });

  it('is told of when it stays closed', async () => {
    const text = /^The socket to Slack has been closed for 95 seconds, .* doctor$/;
    expect(await look(95_000)).toMatchObject({
      socket: { state: 'trouble', text: expect.stringMatching(text) },
    });
  });
});

describe("the minute's job", () => {
  const startedAt = new Date('2027-03-03T10:00:00Z');
  const at = (time: string) => new Date(`2027-03-03T${time}Z`);
  const seenAt = (time: string, last?: Date) =>
    problemsOfOne(minuteJobCheck(() => last, { startedAt, now: () => at(time).getTime() }));

  it('is fine shortly after the start and after a good round', async () => {
    expect(await seenAt('10:04:59')).toEqual([]);
    expect(await seenAt('12:04:59', at('12:00:00'))).toEqual([]);
  });

  it('is told of when it has not ended well for minutes', async () => {
    expect(await seenAt('12:07:30', at('12:00:00'))).toEqual([
      expect.stringMatching(/^The minute's job, .* has not ended well for 7 minutes\. The log/),
    ]);
  });

  it('is told of when it never ended well', async () => {
    expect(await seenAt('10:06:00')).toEqual([
      expect.stringMatching(/has not ended well since the start 6 minutes ago\./),
    ]);
  });
});

describe('the disk of the embedded database', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'ladder-disk-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('is fine with enough room', async () => {
    expect(await problemsOfOne(diskCheck(directory, 1))).toEqual([]);
  });

  it('is told of when it is nearly full, with how much is free', async () => {
    expect(await problemsOfOne(diskCheck(directory, Number.MAX_SAFE_INTEGER))).toEqual([
      expect.stringMatching(/is nearly full: \d+ MB are free\. Make room/),
    ]);
  });

  it('is told of when the directory is gone', async () => {
    expect(await problemsOfOne(diskCheck(join(directory, 'gone')))).toEqual([
      expect.stringMatching(/is gone or can't be written to\. Mount it again/),
    ]);
  });
});
