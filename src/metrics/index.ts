import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PoolUse } from '../database/index.js';
import type { Context } from '../services/context.js';
import type { Observer } from '../services/observer.js';
import type { SlackObserver } from '../slack/observer.js';
import { version } from '../version.js';
import { databaseMetrics } from './database.js';
import { diskMetrics } from './disk.js';
import { roundMetrics, sendingMetrics } from './sending.js';
import { slackMetrics } from './slack.js';

/** What is counted for Prometheus. No label says who: kinds, outcomes and names of ours only. */
export interface Metrics {
  slack: SlackObserver;
  sending: Observer;
  /** From now on the database is looked at whenever the metrics are read. */
  watchDatabase(context: Pick<Context, 'db' | 'clock'>, poolUse: () => PoolUse): void;
  /** The same for the rounds of the minute's job: when one last ended well. */
  watchRounds(lastGoodRound: () => Date | undefined): void;
  /** The same for the disk of this directory. */
  watchDisk(directory: string): void;
  /** Everything in Prometheus' text format. */
  read(): Promise<{ contentType: string; text: string }>;
}

/** A set of metrics of its own, with those of the process (memory, event loop, garbage). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  buildInfo(registry);
  const looks: (() => Promise<void>)[] = [];
  return {
    slack: slackMetrics(registry),
    sending: sendingMetrics(registry),
    watchDatabase(context, poolUse) {
      looks.push(databaseMetrics(registry, context, poolUse));
    },
    watchRounds(lastGoodRound) {
      looks.push(roundMetrics(registry, lastGoodRound));
    },
    watchDisk(directory) {
      looks.push(diskMetrics(registry, directory));
    },
    async read() {
      await Promise.all(looks.map((look) => look()));
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** Which Ladder runs on which Node, as labels of a 1. */
function buildInfo(registry: Registry): void {
  new Gauge({
    name: 'ladder_build_info',
    help: 'Which version of Ladder runs, and on which version of Node; always 1.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.versions.node }, 1);
}
