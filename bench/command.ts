import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { projectPath } from '../src/project-path.js';

/** Often enough for Linux' maximum of a process's memory; milliseconds. */
const pollMs = 100;

export interface Ran {
  seconds: number;
  peakMb: number;
}

/** Node's arguments of `npm run ladder`, which is `exec node …` in `package.json`. */
function ladderArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8'));
  const [, , ...words]: string[] = scripts.ladder.split(' ');
  return words.map((word) => (word.startsWith('scripts/') ? projectPath(word) : word));
}

/**
 * Runs one command of the command line in a process of its own, as npm does. Throws an Error with
 * its output if it fails.
 */
export async function runLadder(databaseUrl: string, ...words: string[]): Promise<Ran> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...ladderArguments(), ...words], {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  let peakMb = 0;
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, highestMb(child.pid));
  }, pollMs);
  const [code] = await once(child, 'exit');
  clearInterval(timer);
  if (code !== 0) throw new Error(`ladder ${words[0]} ended with ${code}:\n${await said}`);
  return { seconds: (performance.now() - startedAt) / 1000, peakMb };
}

/** Returns the maximum of a process's resident memory so far; 0 once it has ended. */
function highestMb(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
