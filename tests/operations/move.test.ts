import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCompany } from '../../bench/company/index.js';
import { readBackup } from '../../src/database/backup/index.js';
import { openDatabase } from '../../src/database/index.js';
import { projectPath } from '../../src/project-path.js';
import { openEmptyServer, openTestServer } from '../support/database.js';
import { runNode } from '../support/node-process.js';
import { startWriting } from './writing.js';

const company = {
  ...{ slackTeamId: 'T0COMPANY', managers: 30, reportsPerManager: 9, pastCycles: 4 },
  ...{ today: '2027-03-10', timeZones: ['Europe/Berlin', 'America/New_York'] },
};

let folder: string;
let server: Awaited<ReturnType<typeof openEmptyServer>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-move-'));
  server = await openEmptyServer();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);

async function ladder(env: NodeJS.ProcessEnv, ...words: string[]): Promise<void> {
  const { code, error } = await runNode('dist/src/cli.js', words, { env, cwd: folder });
  expect({ code, error }).toEqual({ code: 0, error: '' });
}

/** As if no server had worked since: then nothing is marked, and all of it can be compared. */
const longAgo = ['--ran-until', '2020-01-01'];

describe('a company of 300 people that outgrows the embedded database', () => {
  it('takes all of it along to a Postgres server and back, with what was saved while it was backed up', async () => {
    // It is backed up while people write, with all that they have saved.
    const small = { databaseUrl: undefined, dataDirectory: path('small') };
    const embedded = await openDatabase(small);
    const { workspaceId } = await addCompany(embedded.url, company);
    const writing = await startWriting(embedded, workspaceId);
    const saved = writing.acknowledged.length;
    await ladder({ DATA_DIR: path('small') }, 'backup', path('small.tar.gz'));
    await writing.stop();
    await embedded.close();
    const { checksums: sums } = await readBackup(path('small.tar.gz'));
    expect(sums.person?.rows).toBeGreaterThanOrEqual(300 + saved);
    expect(sums.person?.rows).toBeLessThanOrEqual(300 + writing.acknowledged.length);
    expect(sums.check_in_answer?.rows).toBeGreaterThan(1_000);

    // It takes all of it along to a Postgres server.
    const onServer = { DATABASE_URL: server.url };
    await ladder(onServer, 'restore', path('small.tar.gz'), ...longAgo);
    await ladder(onServer, 'backup', path('server.tar.gz'));
    expect((await readBackup(path('server.tar.gz'))).checksums).toEqual(sums);

    // And back.
    const andBack = { DATA_DIR: path('back') };
    await ladder(andBack, 'restore', path('server.tar.gz'), ...longAgo);
    await ladder(andBack, 'backup', path('back.tar.gz'));
    expect((await readBackup(path('back.tar.gz'))).checksums).toEqual(sums);
  }, 240_000);
});

describe('a company of 300 people whose disk is full', () => {
  let full: Awaited<ReturnType<typeof openTestServer>>;
  beforeAll(async () => {
    full = await openTestServer();
    await addCompany(full.url, company);
  });
  afterAll(() => full.close());

  it.each(['2', '100', '400'])(
    'is told where the disk has room for %s blocks only, and nothing is left',
    async (blocks) => {
      const env = { PATH: process.env.PATH, DATABASE_URL: full.url };
      const command = `ulimit -f ${blocks}; exec "$0" "$1" backup none.tar.gz`;
      const words = ['-c', command, process.execPath, projectPath('dist', 'src', 'cli.js')];
      const backup = promisify(execFile)('sh', words, { env, cwd: folder, timeout: 30_000 });
      await expect(backup).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/none\.tar\.gz can't be written\. .*EFBIG/),
      });
      expect(readdirSync(folder).filter((name) => name.includes('none'))).toEqual([]);
    },
  );
});
