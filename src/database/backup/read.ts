import { BackupFileError, type BackupHeader, type Checksums, damaged } from './format.js';
import { readBackupFile } from './read-file.js';
import { Tally } from './tally.js';

/** The header of a backup and the checksums of its tables. */
export interface BackupContents {
  header: BackupHeader;
  checksums: Checksums;
}

/** Receives the contents of a backup in the order of the file. */
export interface BackupTarget {
  begin(header: BackupHeader): Promise<void>;
  rows(table: string, rows: Buffer): Promise<void>;
}

/**
 * Reads a whole backup and passes its rows to `target` if there is one. Throws BackupFileError
 * unless every part matches its checksum, and what the target throws.
 */
export async function readBackup(file: string, target?: BackupTarget): Promise<BackupContents> {
  let header: BackupHeader | undefined;
  let tally = new Tally([]);
  let recorded: Checksums = {};
  for await (const part of readBackupFile(file)) {
    if (part.is === 'header') {
      header = part.header;
      tally = new Tally(header.tables);
      await target?.begin(header);
    } else if (part.is === 'rows') {
      if (!tally.add(part.table, part.rows)) throw new BackupFileError(damaged(file));
      await target?.rows(part.table, part.rows);
    } else recorded = part.checksums;
  }
  if (!header) throw new BackupFileError(damaged(file));
  const checksums = tally.checksums();
  for (const [table, { rows, sha256 }] of Object.entries(checksums)) {
    const expected = recorded[table];
    if (expected?.rows === rows && expected.sha256 === sha256) continue;
    throw new BackupFileError(damaged(file, `the rows of ${table} are not as they were written`));
  }
  return { header, checksums };
}
