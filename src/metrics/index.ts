import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PoolUse } from '../database/index.js';
import type { Context } from '../services/context.js';
import type { Observer } from '../services/observer.js';
import type { SlackObserver } from '../slack/bolt/observer.js';
import { within } from '../system/time-limit.js';
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
  watchRounds(lastSucceededMinute: () => Date | undefined): void;
  /** The same for the disk of this directory. */
  watchDisk(directory: string): void;
  /** Everything in Prometheus' text format. */
  read(): Promise<{ contentType: string; text: string }>;
}

const failuresName = 'ladder_metrics_failures_total';
/** Nothing that is read holds up the rest for longer. */
const limitMs = 5_000;

/** A set of metrics of its own, with those of the process (memory, event loop, garbage). */
export function createMetrics(how: { over: 'http' | 'socket' }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  buildInfo(registry);
  const looks: (() => Promise<void>)[] = [];
  const failures = new Counter({
    name: failuresName,
    help: 'How often a part of the metrics could not be read; the others were.',
    registers: [registry],
  });
  /** Never rejects: what can't be read, or not in time, is counted and left out. */
  const whole = <T>(read: () => Promise<T>): Promise<T | undefined> =>
    within(limitMs, Promise.resolve().then(read)).catch(() => {
      failures.inc();
      return undefined;
    });
  return {
    slack: slackMetrics(registry, how),
    sending: sendingMetrics(registry),
    watchDatabase(context, poolUse) {
      looks.push(databaseMetrics(registry, context, poolUse));
    },
    watchRounds(lastSucceededMinute) {
      looks.push(roundMetrics(registry, lastSucceededMinute));
    },
    watchDisk(directory) {
      looks.push(diskMetrics(registry, directory));
    },
    async read() {
      await Promise.all(looks.map((look) => whole(look)));
      const names = registry.getMetricsAsArray().map(({ name }) => name);
      const readOne = (name: string) => whole(() => registry.getSingleMetricAsString(name));
      const others = names.filter((name) => name !== failuresName);
      const parts = await Promise.all(others.map(readOne));
      // Last, when all that fails has failed.
      parts.push(await readOne(failuresName));
      const text = parts.filter((part) => part !== undefined).join('\n\n');
      return { contentType: registry.contentType, text: `${text}\n` };
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
