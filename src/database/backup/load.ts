import { finished } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import type { BackupHeader } from './format.js';
import { markRestored } from './marker.js';
import { type BackupContents, type BackupTarget, readBackup } from './read.js';
import { readTables } from './tables.js';
import { quoted } from './write.js';

/** The database that a backup is restored into has rows already. */
export class NotEmptyError extends Error {
  override name = 'NotEmptyError';
}

/** Throws NotEmptyError if any of Ladder's tables holds a row. */
export async function refuseRows(client: ClientBase): Promise<void> {
  for (const { name } of await readTables(client)) {
    const { rows } = await client.query(`SELECT FROM ${quoted([name])} LIMIT 1`);
    if (rows.length > 0) throw new NotEmptyError(`There are rows in ${name}.`);
  }
}

/** Gives Postgres statistics of the loaded tables; without them it looks up rows by reading all. */
export async function analyse(client: ClientBase): Promise<void> {
  const tables = await readTables(client);
  await client.query(`ANALYZE ${quoted(tables.map(({ name }) => name))}`);
}

/**
 * Loads a backup into empty tables that have the backup's migrations, and marks the database as
 * restored, in one transaction. Throws NotEmptyError, BackupFileError if the file is incomplete,
 * and what the database throws; nothing is changed then.
 */
export async function loadBackup(client: ClientBase, file: string): Promise<BackupContents> {
  const loader = new Loader(client);
  await client.query('BEGIN');
  try {
    await refuseRows(client);
    await markRestored(client);
    const contents = await readBackup(file, loader);
    await loader.finish();
    await client.query('COMMIT');
    return contents;
  } catch (error) {
    await loader.abort();
    await client.query('ROLLBACK');
    throw error;
  }
}

interface Copy {
  table: string;
  stream: CopyStreamQuery;
  /** Resolves when Postgres has accepted all rows, and rejects where it refuses them. */
  taken: Promise<void>;
}

/** Writes rows as they arrive, with one COPY for each table. */
class Loader implements BackupTarget {
  #columns = new Map<string, string[]>();
  #copy: Copy | undefined;

  constructor(private readonly client: ClientBase) {}

  async begin({ tables }: BackupHeader): Promise<void> {
    for (const { name, columns } of tables) this.#columns.set(name, columns);
  }

  async rows(table: string, rows: Buffer): Promise<void> {
    if (this.#copy?.table !== table) {
      await this.finish();
      this.#copy = this.#begin(table);
    }
    const { stream, taken } = this.#copy;
    if (stream.write(rows)) return;
    await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), taken]);
  }

  #begin(table: string): Copy {
    const columns = quoted(this.#columns.get(table) ?? []);
    const stream = this.client.query(copyFrom(`COPY ${quoted([table])} (${columns}) FROM STDIN`));
    const taken = finished(stream).catch((error) => {
      throw refusal(table, error);
    });
    // A rejection is reported by the next call that awaits it.
    taken.catch(() => {});
    return { table, stream, taken };
  }

  /** Resolves when Postgres has accepted the last table. */
  async finish(): Promise<void> {
    const copy = this.#copy;
    this.#copy = undefined;
    copy?.stream.end();
    await copy?.taken;
  }

  /** Ends a COPY in progress, so that the connection can be used again. */
  async abort(): Promise<void> {
    const copy = this.#copy;
    this.#copy = undefined;
    copy?.stream.destroy();
    await copy?.taken.catch(() => {}); // The error that caused the abort is the one to report.
  }
}

/** Postgres' own message may quote the row. */
function refusal(table: string, error: Error & { code?: unknown }): Error {
  if (typeof error.code !== 'string' || !/^[0-9A-Z]{5}$/.test(error.code)) return error;
  return new Error(
    `The database doesn't take the rows of ${table} (SQLSTATE ${error.code}); nothing was changed.`,
    { cause: error },
  );
}
