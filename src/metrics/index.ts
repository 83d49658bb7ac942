import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { PoolUse } from '../database/index.js';
import type { Context } from '../services/context.js';
import type { Observer } from '../services/observer.js';
import type { SlackObserver } from '../slack/bolt/observer.js';
import { within } from '../system/time-limit.js';
import { version } from '../version.js';
import { databaseMetrics } from './database.js';
import { diskMetrics } from './disk.js';
import { minuteJobMetrics, sendingMetrics } from './sending.js';
import { slackMetrics } from './slack.js';

/**
 * What is counted for Prometheus. No label names a person: only kinds, outcomes and names of ours.
 */
export interface Metrics {
  slack: SlackObserver;
  sending: Observer;
  /** Reads the database on every scrape from now on. */
  watchDatabase(context: Pick<Context, 'db' | 'clock'>, poolUse: () => PoolUse): void;
  /** The same for the minute job: when it last succeeded. */
  watchMinuteJob(lastSucceededMinute: () => Date | undefined): void;
  /** The same for the disk of this directory. */
  watchDisk(directory: string): void;
  /** Returns all metrics in Prometheus' text format. */
  read(): Promise<{ contentType: string; text: string }>;
}

const failuresName = 'ladder_metrics_failures_total';
/** How long one source may delay a scrape, in milliseconds. */
const limitMs = 5_000;

/** Creates a registry of its own, with those of the process (memory, event loop, garbage collection). */
export function createMetrics(how: { over: 'http' | 'socket' }): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  buildInfo(registry);
  const collectors: (() => Promise<void>)[] = [];
  const failures = new Counter({
    name: failuresName,
    help: 'How often a part of the metrics could not be read; the others were.',
    registers: [registry],
  });
  /** Never rejects: a source that fails or is too slow is counted and left out. */
  const whole = <T>(read: () => Promise<T>): Promise<T | undefined> =>
    within(limitMs, Promise.resolve().then(read)).catch(() => {
      failures.inc();
      return undefined;
    });
  return {
    slack: slackMetrics(registry, how),
    sending: sendingMetrics(registry),
    watchDatabase(context, poolUse) {
      collectors.push(databaseMetrics(registry, context, poolUse));
    },
    watchMinuteJob(lastSucceededMinute) {
      collectors.push(minuteJobMetrics(registry, lastSucceededMinute));
    },
    watchDisk(directory) {
      collectors.push(diskMetrics(registry, directory));
    },
    async read() {
      await Promise.all(collectors.map((collect) => whole(collect)));
      const names = registry.getMetricsAsArray().map(({ name }) => name);
      const readOne = (name: string) => whole(() => registry.getSingleMetricAsString(name));
      const others = names.filter((name) => name !== failuresName);
      const parts = await Promise.all(others.map(readOne));
      // Read last, when all failures are counted.
      parts.push(await readOne(failuresName));
      const text = parts.filter((part) => part !== undefined).join('\n\n');
      return { contentType: registry.contentType, text: `${text}\n` };
    },
  };
}

/** The versions of Ladder and Node, as labels of a 1. */
function buildInfo(registry: Registry): void {
  new Gauge({
    name: 'ladder_build_info',
    help: 'Which version of Ladder runs, and on which version of Node; always 1.',
    labelNames: ['version', 'node'],
    registers: [registry],
  }).set({ version, node: process.versions.node }, 1);
}
