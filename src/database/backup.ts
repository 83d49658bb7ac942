import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Client } from 'pg';
import { openClient, withClient } from './connection.js';
import { findRunningEmbedded, openEmbedded } from './embedded.js';
import { compress, pack, unpack } from './tar.js';

/** What a backup says about itself. */
export interface BackupFacts {
  madeAt: string;
  people: number;
  checkIns: number;
  deliveries: number;
}

const factsFile = 'backup.json';

/**
 * Writes the embedded database of a data directory into a compressed tar file, beside a running server
 * or not. The others wait while the files are read, which takes a moment: whatever was acknowledged
 * before is in the backup, and nothing is in it by half. Throws an Error if there is no database, or
 * no room.
 */
export async function backUpEmbedded(
  dataDirectory: string,
  file: string,
): Promise<BackupFacts & { heldMs: number }> {
  const part = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}`);
  const running = await findRunningEmbedded(dataDirectory);
  const server = running === undefined ? await openEmbedded(dataDirectory) : undefined;
  try {
    await mkdir(part, { mode: 0o700 });
    const tar = join(part, 'backup.tar');
    const held = await whileNobodyWrites(running ?? server?.url ?? '', async (client) => {
      const facts = await readFacts(client);
      await writeFile(join(part, factsFile), JSON.stringify(facts));
      const sources = [
        { from: part, name: factsFile },
        { from: dataDirectory, name: 'postgres' },
      ];
      await pack(tar, sources, { without: 'postgres/postmaster.pid' });
      return facts;
    });
    await compress(tar, join(part, 'compressed'));
    await rename(join(part, 'compressed'), file);
    return held;
  } finally {
    await rm(part, { recursive: true, force: true });
    await server?.close();
  }
}

/** A transaction has the turn on the embedded database: nobody else gets one before it ends. */
async function whileNobodyWrites<T>(
  url: string,
  work: (client: Client) => Promise<T>,
): Promise<T & { heldMs: number }> {
  const client = await openClient(url);
  try {
    await client.query('BEGIN');
    const begun = performance.now();
    await client.query('CHECKPOINT');
    const done = await work(client);
    await client.query('ROLLBACK');
    return { ...done, heldMs: performance.now() - begun };
  } finally {
    await client.end();
  }
}

/**
 * Unpacks a backup into a folder, which is then a data directory. Out comes what the backup says about
 * itself; throws an Error in words if it is damaged, or none.
 */
export async function unpackBackup(file: string, into: string): Promise<BackupFacts> {
  try {
    await unpack(file, into);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new Error(`There is no room to unpack ${file} into ${dirname(into)}. Make some.`);
    }
    throw new Error(`${file} is damaged, or no backup of Ladder's. Take another one.`);
  }
  const facts = join(into, factsFile);
  if (!existsSync(facts) || !existsSync(join(into, 'postgres', 'PG_VERSION'))) {
    throw new Error(`${file} is no backup of Ladder's. Take one that "ladder backup" has written.`);
  }
  return JSON.parse(readFileSync(facts, 'utf8')) as BackupFacts;
}

/** What the database at this URL holds now. */
export async function factsAt(url: string): Promise<BackupFacts> {
  return withClient(url, readFacts);
}

async function readFacts(client: Client): Promise<BackupFacts> {
  const { rows } = await client.query<Omit<BackupFacts, 'madeAt'>>(`
    SELECT (SELECT count(*)::int FROM person) AS people,
      (SELECT count(*)::int FROM check_in) AS "checkIns",
      (SELECT count(*)::int FROM delivery) AS deliveries`);
  const [counts] = rows;
  if (!counts) throw new Error('The database tells nothing about itself.');
  return { madeAt: new Date().toISOString(), ...counts };
}
