import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { seed } from './random.js';
import type { Figures } from './table.js';

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
