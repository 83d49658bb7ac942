import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';
import { type BackupHeader, type Checksums, checksumsName, headerName } from './format.js';

/** In bytes. One part is kept in memory while writing. */
const partSize = 1_000_000;

export interface BackupWriter {
  /** Adds rows to a table. Resolves when more can be added. */
  add(table: string, rows: Buffer): Promise<void>;
  /** Resolves when everything is on the disk. */
  finish(checksums: Checksums): Promise<void>;
  /** Stops writing; the file is left as it is. */
  abort(): Promise<void>;
}

/** Starts writing a backup into a new file that only its owner may read. */
export async function writeBackupFile(file: string, header: BackupHeader): Promise<BackupWriter> {
  const tar = pack();
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const written = pipeline(tar, createGzip(), out);
  let table = '';
  let waiting: Buffer[] = [];
  let part = 0;

  /** Rejects with the disk's error at once; `tar-stream` alone would wait for ever. */
  const entry = async (name: string, bytes: Buffer) => {
    const failure = await Promise.race([added(tar, name, bytes), written]).catch(
      (error: Error) => error,
    );
    if (!failure) return;
    await written;
    throw failure;
  };
  const flush = async () => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    part += 1;
    if (bytes.length > 0) await entry(partName(table, part), bytes);
  };
  const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

  await entry(headerName, json(header));
  return {
    async add(name, rows) {
      if (name !== table) {
        await flush();
        table = name;
        part = 0;
      }
      waiting.push(rows);
      if (waiting.reduce((sum, { length }) => sum + length, 0) >= partSize) await flush();
    },
    async finish(checksums) {
      await flush();
      await entry(checksumsName, json(checksums));
      tar.finalize();
      await written;
    },
    async abort() {
      tar.destroy();
      await written.catch(() => {}); // The error that caused the abort is the one to report.
    },
  };
}

function added(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = tar.entry({ name, mode: 0o600 }, bytes, (error) =>
      error ? reject(error) : resolve(),
    );
    entry.on('error', reject);
  });
}

/** Returns `tables/person/000001`, so that a listing shows the parts in order. */
function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}`;
}
