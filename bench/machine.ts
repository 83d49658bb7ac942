import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Describes the machine in one line, as far as it explains the figures. */
export function describeMachine(): string {
  const processors = cpus();
  return [
    `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
  ].join(', ');
}

/** Returns the load average of the last minute. */
export function loadNow(): number {
  return loadavg()[0] ?? 0;
}
