import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from '../src/project-path.js';
import { page } from './page.js';
import type { JudgedFigure } from './report.js';

/**
 * The last measurement of each scenario by its name, checked in; `docs/performance.md` shows it.
 */
const file = projectPath('bench', 'results.json');

/** The figures of a scenario, and what is needed to read them. */
export interface Result {
  date: Date;
  /** The load average of the minute before. */
  load: number;
  /** That of its last minute, with its own work; unknown of older results. */
  loadAfter?: number;
  machine: string;
  figures: JudgedFigure[];
}

/** A result as stored in the file. */
export interface KeptResult extends Omit<Result, 'date'> {
  /** As in `2027-03-24`. */
  day: string;
  commit: string;
}

/** Replaces one scenario in the file. */
export function keepResult(scenario: string, { date, figures, ...result }: Result): void {
  const day = date.toISOString().slice(0, 10);
  const kept: KeptResult = { day, commit: currentCommit(), ...result, figures };
  writeFileSync(file, `${JSON.stringify({ ...keptResults(), [scenario]: kept }, null, 2)}\n`);
}

/** Writes the page from the file. Returns the page's path. */
export function writePage(scenarios: readonly string[]): string {
  const path = projectPath('docs', 'performance.md');
  writeFileSync(path, page(scenarios, keptResults()));
  return path;
}

function keptResults(): Record<string, KeptResult> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Marked if the working tree differs from the commit. */
function currentCommit(): string {
  const args = ['describe', '--always', '--abbrev=7', '--dirty=, changed'];
  return execFileSync('git', args, { cwd: projectPath(), encoding: 'utf8' }).trim();
}
