import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, type Pack, pack } from 'tar-stream';
import { z } from 'zod';

/**
 * A backup is a compressed tar file: `backup.json`, which describes it; then each table's rows in
 * parts, in COPY's text format, each table after those that it refers to; and `checksums.json`
 * last, so that a truncated file is detected by its absence.
 */
const headerName = 'backup.json';
const checksumsName = 'checksums.json';
/** In bytes. One part is kept in memory while writing and while reading. */
const partSize = 1_000_000;
const largestPart = 100_000_000;

const headerSchema = z.object({
  format: z.literal(1),
  /** The version of the Ladder that wrote it. */
  ladder: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

const checksumsSchema = z.record(
  z.string(),
  z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() }),
);
/** By table. */
export type Checksums = z.infer<typeof checksumsSchema>;

/** The file is no backup, is damaged, or has a format that this version can't read. */
export class BackupFileError extends Error {
  override name = 'BackupFileError';
}

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

/** One part of a backup, in the order of the file. */
export type BackupPart =
  | { is: 'header'; header: BackupHeader }
  | { is: 'rows'; table: string; rows: Buffer }
  | { is: 'checksums'; checksums: Checksums };

/**
 * Returns the parts of a backup, a header first and the checksums last. Throws BackupFileError where
 * the file is no backup or ends too early, and the system's error where it can't be read.
 */
export async function* readBackupFile(file: string): AsyncGenerator<BackupPart> {
  let last: BackupPart['is'] | undefined;
  for await (const { name, bytes } of entriesOf(file)) {
    const part = partOf(file, name, bytes);
    if ((last === undefined) !== (part.is === 'header') || last === 'checksums') {
      throw new BackupFileError(noBackup(file));
    }
    last = part.is;
    yield part;
  }
  if (last !== 'checksums') throw new BackupFileError(damaged(file, 'it ends too early'));
}

/** Yields the entries of a compressed tar file, each whole. */
async function* entriesOf(file: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const entries = extract();
  const unpacked = pipeline(createReadStream(file), createGunzip(), entries);
  // Handled where the entries end.
  unpacked.catch(() => {});
  try {
    for await (const entry of entries) {
      const { name, size = 0 } = entry.header;
      if (size > largestPart) throw new BackupFileError(noBackup(file));
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
      yield { name, bytes: Buffer.concat(chunks) };
    }
    await unpacked;
  } catch (error) {
    // System errors name a call; all others come from invalid bytes.
    const isSystems = (error as NodeJS.ErrnoException).syscall !== undefined;
    if (isSystems || error instanceof BackupFileError) throw error;
    throw new BackupFileError(damaged(file), { cause: error });
  } finally {
    entries.destroy();
  }
}

function partOf(file: string, name: string, bytes: Buffer): BackupPart {
  if (name === headerName) return { is: 'header', header: readHeader(file, bytes) };
  const table = /^tables\/([a-z0-9_]+)\/\d{6,}$/.exec(name)?.[1];
  if (table !== undefined) return { is: 'rows', table, rows: bytes };
  if (name !== checksumsName) throw new BackupFileError(noBackup(file));
  return { is: 'checksums', checksums: parsed(checksumsSchema, bytes, file) };
}

function readHeader(file: string, bytes: Buffer): BackupHeader {
  const { format } = parsed(z.looseObject({ format: z.number().optional() }), bytes, file);
  // Backups of the first version contain the files of a database that only it can open.
  if (format === undefined) throw new BackupFileError(earlier(file));
  if (format > 1) {
    throw new BackupFileError(
      `${file} was written by a newer Ladder. Restore it with that version; nothing was changed.`,
    );
  }
  return parsed(headerSchema, bytes, file);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer, file: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new BackupFileError(damaged(file), { cause: error });
  }
}

/** Returns `tables/person/000001`, so that a listing shows the parts in order. */
function partName(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}`;
}

export function damaged(file: string, how?: string): string {
  return `${file} is damaged${how ? `: ${how}` : ", or no backup of Ladder's"}. Take another one; nothing was changed.`;
}

function noBackup(file: string): string {
  return `${file} is no backup of Ladder's. Take one that "ladder backup" has written; nothing was changed.`;
}

function earlier(file: string): string {
  return `${file} was written by Ladder 0.1, whose embedded database only that version can open. docs/operations.md says how to carry it over; nothing was changed.`;
}
