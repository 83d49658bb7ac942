import { createHash, type Hash } from 'node:crypto';
import type { Checksums } from './file.js';

const lineEnd = 0x0a;

/** Counts and sums up rows as they pass, by table. */
export class Tally {
  #tables = new Map<string, { rows: number; bytes: number; hash: Hash }>();

  constructor(tables: { name: string }[]) {
    for (const { name } of tables) {
      this.#tables.set(name, { rows: 0, bytes: 0, hash: createHash('sha256') });
    }
  }

  /** False for a table that it doesn't know. */
  add(table: string, rows: Buffer): boolean {
    const sums = this.#tables.get(table);
    if (!sums) return false;
    sums.hash.update(rows);
    sums.bytes += rows.length;
    // In COPY's text format each row ends with a line feed, and no value holds one as it is.
    for (let at = rows.indexOf(lineEnd); at !== -1; at = rows.indexOf(lineEnd, at + 1)) {
      sums.rows += 1;
    }
    return true;
  }

  /** To be called once, when all rows have passed. */
  checksums(): Checksums {
    const entries = [...this.#tables].map(([name, { hash, ...sums }]) => {
      return [name, { ...sums, sha256: hash.digest('hex') }] as const;
    });
    return Object.fromEntries(entries);
  }
}
