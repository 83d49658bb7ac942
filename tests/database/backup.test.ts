import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BackupHeader } from '../../src/database/backup/format.js';
import {
  backUpDatabase,
  closeRestore,
  isRestoreOpen,
  NotEmptyError,
  readBackup,
  restoreDatabase,
} from '../../src/database/backup/index.js';
import { Tally } from '../../src/database/backup/tally.js';
import { writeBackupFile } from '../../src/database/backup/write-file.js';
import { type OpenDatabase, openDatabase, RestoreOpenError } from '../../src/database/index.js';
import { migrate, readMigrations } from '../../src/database/migrations.js';
import { openEmptyServer, openTestDatabase } from '../support/database.js';
import { OddDatabases } from '../support/odd-databases.js';

let folder: string;
let full: OpenDatabase;
const closers: (() => Promise<void>)[] = [];

/** Words that a file format may trip over. */
const odd = 'tab\there, line\nbreak, back\\slash, "quote", \\N, \\., ümlaut, 🚀, e\u0301, \u202e';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-backup-file-'));
  full = await openTestDatabase();
  const { id } = await full.db.workspace.create({ data: { slackTeamId: 'T1', name: odd } });
  const rosa = await full.db.person.create({
    data: { workspaceId: id, slackUserId: 'U2', name: 'Rosa', inRoleSince: new Date('2027-02-01') },
  });
  // Mika was added later than Rosa, who reports to him.
  const mika = await full.db.person.create({
    data: { workspaceId: id, slackUserId: 'U1', name: 'Mika', timeZone: 'America/New_York' },
  });
  await full.db.person.update({ where: { id: rosa.id }, data: { managerId: mika.id } });
  await full.db.evidence.create({
    data: {
      ...{ workspaceId: id, personId: rosa.id, note: odd, competencyKey: null },
      ...{ happenedOn: new Date('2027-02-03'), createdAt: new Date('2027-02-03T10:11:12.345Z') },
    },
  });
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
afterAll(async () => {
  await full.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const newFile = () => join(folder, `${++files}.tar.gz`);

async function backup(url = full.url): Promise<string> {
  const file = newFile();
  await backUpDatabase(url, { file, ladder: '1.2.3', madeAt: new Date('2027-03-10T09:00:00Z') });
  return file;
}

/** A database without a table, as `createdb` makes it. */
async function emptyDatabase(): Promise<string> {
  const { url, close } = await openEmptyServer();
  closers.push(close);
  return url;
}

async function restore(file: string, url: string) {
  const { header } = await readBackup(file);
  return restoreDatabase(url, file, header);
}

async function rowsIn(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT to_regclass('person') IS NOT NULL AS there");
  const count = rows[0].there ? await client.query('SELECT count(*)::int FROM person') : undefined;
  await client.end();
  return count?.rows[0].count ?? 0;
}

describe('a backup', () => {
  it('says what it is and what is in it', async () => {
    const { header, checksums } = await readBackup(await backup());
    expect(header).toMatchObject({ ladder: '1.2.3', madeAt: '2027-03-10T09:00:00.000Z' });
    expect(header.migrations.map(({ name }) => name)).toEqual(
      readMigrations().map(({ name }) => name),
    );
    expect(checksums).toMatchObject({ workspace: { rows: 1 }, person: { rows: 2 } });
  });

  it('brings every value back into an empty database, and is the same when made of that', async () => {
    const file = await backup();
    const url = await emptyDatabase();
    await restore(file, url);
    await closeRestore(url);
    const restored = await openDatabase({ databaseUrl: url, dataDirectory: '' });
    const tables = ['workspace', 'person', 'evidence'] as const;
    for (const table of tables) {
      const all = (db: OpenDatabase['db']) =>
        (db[table] as OpenDatabase['db']['person']).findMany({ orderBy: { id: 'asc' } });
      expect(await all(restored.db)).toEqual(await all(full.db));
    }
    await restored.close();
    const again = await readBackup(await backup(url));
    expect(again.checksums).toEqual((await readBackup(file)).checksums);
  });

  it('holds Ladder’s tables alone, where others stand beside them', async () => {
    await full.db.$executeRaw`CREATE TABLE somebody_elses (words text)`;
    const { header } = await readBackup(await backup());
    await full.db.$executeRaw`DROP TABLE somebody_elses`;
    const names = header.tables.map(({ name }) => name);
    expect(names).not.toContain('somebody_elses');
    const { rows } = await withClient(full.url, (client) =>
      client.query(`SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
        AND tablename <> '_prisma_migrations'`),
    );
    expect([...names].sort()).toEqual(rows.map(({ tablename }) => tablename).sort());
  });

  it('of an earlier version comes back at the newest schema', async () => {
    const early = await emptyDatabase();
    await migrate(early, readMigrations().slice(0, 2));
    await withClient(early, (client) =>
      client.query(`INSERT INTO workspace (id, slack_team_id, name)
        VALUES (gen_random_uuid(), 'T2', 'Early')`),
    );
    const url = await emptyDatabase();
    await restore(await backup(early), url);
    await closeRestore(url);
    const restored = await openDatabase({ databaseUrl: url, dataDirectory: '' });
    expect(await restored.db.workspace.findMany()).toMatchObject([{ name: 'Early' }]);
    await restored.close();
  });
});

describe('a restored database', () => {
  it('is opened by no server before it was gone through', async () => {
    const url = await emptyDatabase();
    await restore(await backup(), url);
    expect(await isRestoreOpen(url)).toBe(true);
    const settings = { databaseUrl: url, dataDirectory: '' };
    await expect(openDatabase(settings)).rejects.toThrow(RestoreOpenError);
    await closeRestore(url);
    await (await openDatabase(settings)).close();
  });

  it('takes no second backup', async () => {
    const file = await backup();
    const url = await emptyDatabase();
    await restore(file, url);
    await expect(restore(file, url)).rejects.toThrow(NotEmptyError);
    expect(await rowsIn(url)).toBe(2);
  });

  it('has statistics of its tables at once, without which Postgres reads all of them', async () => {
    const url = await emptyDatabase();
    await restore(await backup(), url);
    const { rows } = await withClient(url, (client) =>
      client.query("SELECT reltuples FROM pg_class WHERE oid = 'person'::regclass"),
    );
    expect(rows[0].reltuples).toBe(2);
  });
});

describe('a database that Ladder can’t work with', () => {
  it('is refused before anything is made in it', async () => {
    const odd = new OddDatabases();
    closers.push(() => odd.remove());
    const url = await odd.encodedAs('LATIN1');
    await expect(restore(await backup(), url)).rejects.toThrow(/has the encoding LATIN1/);
    expect(await tablesIn(url)).toBe(0);
  });
});

describe('a file', () => {
  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['cut in its middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['cut at its end', (bytes) => bytes.subarray(0, bytes.length - 9)],
    ['with a bit turned', (bytes) => turned(bytes, bytes.length / 3)],
    ['with a word changed inside', (bytes) => repacked(bytes, 'Mika', 'Mike')],
    ['with a line more inside', (bytes) => repacked(bytes, '\tRosa', '\t\nosa')],
    ['that is none', () => Buffer.from('a holiday picture')],
    ['that is empty', () => Buffer.alloc(0)],
    ['compressed, of something else', () => gzipSync('a holiday picture')],
  ];
  it.each(damages)('%s is refused, and changes nothing', async (_, damage) => {
    const file = newFile();
    writeFileSync(file, damage(readFileSync(await backup())));
    await expect(readBackup(file)).rejects.toThrow(/ is damaged.* nothing was changed\.$/);
  });

  const header: BackupHeader = {
    ...{ format: 1, ladder: '1.2.3', madeAt: '2027-03-10T09:00:00.000Z' },
    ...{ migrations: [], tables: [] },
  };
  const headers: [string, object, RegExp][] = [
    ['of a newer format', { ...header, format: 2 }, /was written by a newer Ladder/],
    ['of the first version', { madeAt: header.madeAt, people: 8 }, /was written by Ladder 0\.1/],
    ['without a date', { ...header, madeAt: 'yesterday' }, /is damaged/],
  ];
  it.each(headers)('%s is refused with its own sentence', async (_, odd, sentence) => {
    const file = newFile();
    const writer = await writeBackupFile(file, odd as BackupHeader);
    await writer.finish({});
    await expect(readBackup(file)).rejects.toThrow(sentence);
  });

  it('from a database of another version is refused before anything is made', async () => {
    const file = newFile();
    const migrations = [{ name: '20990101000000_later', checksum: 'c' }];
    const writer = await writeBackupFile(file, { ...header, migrations });
    await writer.finish({});
    const url = await emptyDatabase();
    await expect(restore(file, url)).rejects.toThrow(/another version of Ladder \(1\.2\.3\)/);
    expect(await tablesIn(url)).toBe(0);
  });

  it('whose rows Postgres refuses leaves no row behind', async () => {
    const { header } = await readBackup(await backup());
    const file = newFile();
    const writer = await writeBackupFile(file, header);
    const tally = new Tally(header.tables);
    const row = Buffer.from('no uuid\tno team\n');
    tally.add('workspace', row);
    await writer.add('workspace', row);
    await writer.finish(tally.checksums());
    const url = await emptyDatabase();
    await expect(restore(file, url)).rejects.toThrow(/the rows of workspace \(SQLSTATE 22P02\)/);
    expect([await rowsIn(url), await isRestoreOpen(url)]).toEqual([0, false]);
  });
});

async function tablesIn(url: string): Promise<number> {
  const { rows } = await withClient(url, (client) =>
    client.query('SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()'),
  );
  return rows[0].count;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

function turned(bytes: Buffer, at: number): Buffer {
  const place = Math.floor(at);
  bytes[place] = (bytes[place] ?? 0) ^ 0b100;
  return bytes;
}

/** The same file with something of the same length changed inside, whole to gzip and tar. */
function repacked(bytes: Buffer, from: string, to: string): Buffer {
  const tar = gunzipSync(bytes);
  const at = tar.indexOf(from);
  expect(at).toBeGreaterThan(0);
  tar.write(to, at);
  return gzipSync(tar);
}
