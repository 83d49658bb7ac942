import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { messages } from '../services/messages/index.js';
import { deliveryEnds, type Observer } from '../services/observer.js';

const roundBuckets = [0.1, 0.5, 1, 5, 15, 30, 60, 300, 900, 3600];

/** Counts the outcomes of deliveries, and the runs of the minute job. */
export function sendingMetrics(registry: Registry): Observer {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'ladder_deliveries_total',
    help: 'What became of deliveries, by kind and end: sent, retried, limited, unknown and so on.',
    labelNames: ['kind', 'end'],
    registers,
  });
  const runs = new Histogram({
    name: 'ladder_round_seconds',
    help: "How long the minute's job took, by outcome: done or failed.",
    labelNames: ['outcome'],
    buckets: roundBuckets,
    registers,
  });
  // Counters that alerts use exist from the start: Prometheus doesn't see the first increment of a
  // counter that appears with it.
  for (const { kind } of messages.definitions)
    for (const end of deliveryEnds) deliveries.inc({ kind, end }, 0);
  for (const outcome of ['done', 'failed']) runs.zero({ outcome });
  return {
    delivery: (kind, end) => deliveries.inc({ kind, end }),
    minuteJob: (outcome, seconds) => runs.observe({ outcome }, seconds),
  };
}

/** Shows when the minute job last succeeded; to be called before each scrape. */
export function minuteJobMetrics(
  registry: Registry,
  lastSucceededMinute: () => Date | undefined,
): () => Promise<void> {
  const lastGood = new Gauge({
    name: 'ladder_round_last_good_timestamp_seconds',
    help: "When the minute's job last did its work well on this instance; 0: not yet.",
    registers: [registry],
  });
  return async () => lastGood.set((lastSucceededMinute()?.getTime() ?? 0) / 1000);
}
