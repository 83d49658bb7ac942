import { expect, test } from 'vitest';
import { createMetrics } from '../../src/metrics/index.js';
import { readScrape } from '../support/scrape.js';

test('what fails while the metrics are read is counted, and the others are there', async () => {
  const metrics = createMetrics({ over: 'http' });
  const read = async () => readScrape((await metrics.read()).text);
  expect((await read()).value('ladder_metrics_failures_total')).toBe(0);
  metrics.watchMinuteJob(() => {
    throw new Error('It broke.');
  });
  metrics.watchDisk('/nowhere');
  const now = await read();
  expect(now.value('ladder_metrics_failures_total')).toBe(1);
  expect(now.value('ladder_build_info')).toBe(1);
  expect(now.value('process_start_time_seconds')).toBeGreaterThan(0);
  expect(now.value('ladder_requests_total')).toBe(0);
});
