import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectPath } from '../../../src/project-path.js';
import { type Figures, table } from './table.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each scenario leaves its figures. */
    figuresDirectory: string;
  }
}

/** Where a run leaves all its figures; `npm run reliability` puts them into the docs. */
const figuresFile = () => process.env.FAULTS_FIGURES ?? projectPath('dist', 'faults.json');

/** Draws the run's seed; gathers the scenarios' figures, prints them as one table and keeps them in a file. */
export default function setup(project: TestProject): () => void {
  process.env.FAULTS_SEED ??= String(Date.now() % 1_000_000);
  const directory = mkdtempSync(join(tmpdir(), 'ladder-figures-'));
  project.provide('figuresDirectory', directory);
  return () => {
    const files = existsSync(directory) ? readdirSync(directory).sort() : [];
    const figures = files.map(
      (name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as Figures,
    );
    rmSync(directory, { recursive: true, force: true });
    if (figures.length === 0) return;
    writeFileSync(figuresFile(), `${JSON.stringify(figures, null, 2)}\n`);
    console.log(`\n${table(figures)}\n`);
  };
}
