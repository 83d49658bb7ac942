import { createHash, type Hash } from 'node:crypto';
import type { Checksums } from './format.js';

const lineEnd = 0x0a;

/** Counts rows and computes their checksums, by table. */
export class Tally {
  #tables = new Map<string, { rows: number; bytes: number; hash: Hash }>();

  constructor(tables: { name: string }[]) {
    for (const { name } of tables) {
      this.#tables.set(name, { rows: 0, bytes: 0, hash: createHash('sha256') });
    }
  }

  /** Returns false for a table that it doesn't know. */
  add(table: string, rows: Buffer): boolean {
    const sums = this.#tables.get(table);
    if (!sums) return false;
    sums.hash.update(rows);
    sums.bytes += rows.length;
    // In COPY's text format each row ends with a line feed, and line feeds in values are escaped.
    for (let at = rows.indexOf(lineEnd); at !== -1; at = rows.indexOf(lineEnd, at + 1)) {
      sums.rows += 1;
    }
    return true;
  }

  /** Returns the counts and checksums. To be called once, after all rows. */
  checksums(): Checksums {
    const entries = [...this.#tables].map(([name, { hash, ...sums }]) => {
      return [name, { ...sums, sha256: hash.digest('hex') }] as const;
    });
    return Object.fromEntries(entries);
  }
}
