import { readdirSync, readFileSync } from 'node:fs';

/**
 * Returns the memory of a process and all its descendants, in megabytes; shared pages are counted
 * once (Linux: the proportional set size).
 */
export function memoryOfAll(pid: number): number {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const family = [pid];
  for (const one of family) {
    family.push(...parents.filter(({ parent }) => parent === one).map((child) => child.pid));
  }
  return family.reduce((sum, one) => sum + memoryOf(one), 0) / 1024;
}

function parentOf(pid: number): number | undefined {
  const found = /^.*\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`));
  return found ? Number(found[1]) : undefined;
}

/** In kilobytes. */
function memoryOf(pid: number): number {
  return Number(/^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** Returns an empty text if the process has ended in the meantime. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return '';
    throw error;
  }
}
