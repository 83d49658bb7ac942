import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** The machine in one line each, as far as it explains figures. */
export function describeMachine(): string[] {
  const processors = cpus();
  return [
    `Processor: ${processors[0]?.model.trim() ?? 'unknown'}, ${processors.length} cores`,
    `Memory: ${Math.round(totalmem() / 2 ** 30)} GB`,
    `System: ${type()} ${release()}, Node ${process.versions.node}`,
  ];
}

/** How many processes wanted a core in the last minute, on average. */
export function loadBefore(): number {
  return loadavg()[0] ?? 0;
}
