import { z } from 'zod';

/**
 * A backup is a compressed tar file: `backup.json`, which describes it; then each table's rows in
 * parts, in COPY's text format, each table after those that it refers to; and `checksums.json`
 * last, so that a truncated file is detected by its absence.
 */
export const headerName = 'backup.json';
export const checksumsName = 'checksums.json';
export const headerSchema = z.object({
  format: z.literal(1),
  /** The version of the Ladder that wrote it. */
  ladder: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

export const checksumsSchema = z.record(
  z.string(),
  z.object({ rows: z.int(), bytes: z.int(), sha256: z.string() }),
);
/** By table. */
export type Checksums = z.infer<typeof checksumsSchema>;

/** The file is no backup, is damaged, or has a format that this version can't read. */
export class BackupFileError extends Error {
  override name = 'BackupFileError';
}

export function damaged(file: string, how?: string): string {
  return `${file} is damaged${how ? `: ${how}` : ", or no backup of Ladder's"}. Take another one; nothing was changed.`;
}

export function noBackup(file: string): string {
  return `${file} is no backup of Ladder's. Take one that "ladder backup" has written; nothing was changed.`;
}

export function earlier(file: string): string {
  return `${file} was written by Ladder 0.1, whose embedded database only that version can open. docs/operations.md says how to carry it over; nothing was changed.`;
}
