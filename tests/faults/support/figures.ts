import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { seed } from './random.js';

/** What one scenario came to; a line of the table in docs/reliability.md. */
export interface Figures {
  scenario: string;
  database: string;
  /** What went wrong: "9 × SIGKILL". */
  faults: string;
  /** What people did and got meanwhile: "240 pages saved". */
  work: string;
  /** What was acknowledged and is not there. */
  lost: number;
  /** What came or was done twice. */
  twice: number;
  /** What can't be known, of which some arrived: "7 (3 arrived)". */
  unknown: string;
}

/** Prints the line and keeps it for the table of the whole run. */
export function record(figures: Figures): void {
  const { scenario, database, faults, work, lost, twice, unknown } = figures;
  console.log(
    `${scenario} · ${database} · ${faults} · ${work} · lost ${lost} · twice ${twice} · unknown ${unknown} · seed ${seed}`,
  );
  const folder = inject('figuresDirectory');
  mkdirSync(folder, { recursive: true });
  const name = `${scenario} ${database}`.replaceAll(/\W+/g, '-');
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...figures, seed }));
}
