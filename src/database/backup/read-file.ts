import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { z } from 'zod';
import {
  BackupFileError,
  type BackupHeader,
  type Checksums,
  checksumsName,
  checksumsSchema,
  damaged,
  earlier,
  headerName,
  headerSchema,
  noBackup,
} from './format.js';

/** In bytes. One part is kept in memory while reading. */
const largestPart = 100_000_000;

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
