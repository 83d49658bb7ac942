import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** The machine in one line, as far as it explains figures. */
export function describeMachine(): string {
  const processors = cpus();
  return [
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
  ].join(', ');
}

/** How many processes wanted a core in the last minute, on average. */
export function loadBefore(): number {
  return loadavg()[0] ?? 0;
}
