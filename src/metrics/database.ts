import { Counter, Gauge, type Registry } from 'prom-client';
import type { PoolUse } from '../database/index.js';
import type { Context } from '../services/context.js';
import { countOpenDeliveries, openStates } from '../services/delivery/index.js';
import { within } from '../system/time-limit.js';

/** How long a scrape waits for the database, in milliseconds. */
const limitMs = 2000;

/** Reads the database's state and its deliveries; to be called before each scrape. */
export function databaseMetrics(
  registry: Registry,
  context: Pick<Context, 'db' | 'clock'>,
  poolUse: () => PoolUse,
): () => Promise<void> {
  const registers = [registry];
  const up = new Gauge({
    name: 'ladder_database_up',
    help: 'Whether the database answered just now, 1 or 0.',
    registers,
  });
  const ping = new Gauge({
    name: 'ladder_database_ping_seconds',
    help: 'How long the database took for the smallest of statements, a free connection included.',
    registers,
  });
  const failures = new Counter({
    name: 'ladder_database_ping_failures_total',
    help: 'How often the database did not answer when it was looked at.',
    registers,
  });
  const connections = new Gauge({
    name: 'ladder_database_connections',
    help: "Connections of this instance's pool, in use or idle, and how many they may be.",
    labelNames: ['state'],
    registers,
  });
  const waiting = new Gauge({
    name: 'ladder_database_waiting',
    help: 'Statements that wait for a free connection.',
    registers,
  });
  const deliveries = new Gauge({
    name: 'ladder_deliveries_open',
    help: 'Deliveries that are neither sent nor dropped, by state.',
    labelNames: ['state'],
    registers,
  });
  const oldestDue = new Gauge({
    name: 'ladder_delivery_oldest_due_seconds',
    help: 'How long the delivery that waits longest has been due; 0 if none is.',
    registers,
  });
  return async () => {
    const { inUse, idle, most, waiting: queued } = poolUse();
    connections.set({ state: 'in_use' }, inUse);
    connections.set({ state: 'idle' }, idle);
    connections.set({ state: 'most' }, most);
    waiting.set(queued);
    const begun = performance.now();
    try {
      await within(limitMs, context.db.$queryRaw`SELECT 1`);
      ping.set((performance.now() - begun) / 1000);
      const open = await within(limitMs, countOpenDeliveries(context));
      for (const state of openStates) deliveries.set({ state }, open.counts[state]);
      oldestDue.set(open.oldestDueSeconds);
      up.set(1);
    } catch {
      // Unknown values are removed rather than kept from the last scrape.
      for (const gauge of [ping, oldestDue]) gauge.remove();
      deliveries.reset();
      up.set(0);
      failures.inc();
    }
  };
}
