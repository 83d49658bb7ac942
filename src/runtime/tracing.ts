import { setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Log } from '../services/context.js';
import { describeError } from '../services/errors/index.js';
import { within } from '../system/time-limit.js';
import { version } from '../version.js';

/** How long a stop waits until the last spans are handed on, in milliseconds. */
const stopWithinMs = 3_000;
/** A collector that is away is logged this often at most, in milliseconds. */
const betweenLogsMs = 60_000;

/**
 * Hands spans on to the collector that OpenTelemetry's standard variables name, in batches, from now on and
 * for the whole process. A collector that is away is logged and delays nothing; its spans are lost.
 */
export function startTracing(log: Log): { stop(): Promise<void> } {
  const ofEnvironment = detectResources({ detectors: [envDetector] });
  const own = resourceFromAttributes({ 'service.name': 'ladder', 'service.version': version });
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(own).merge(ofEnvironment),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  let loggedAt = Number.NEGATIVE_INFINITY;
  setGlobalErrorHandler((error) => {
    if (performance.now() - loggedAt < betweenLogsMs) return;
    loggedAt = performance.now();
    log.warn(describeError(error), 'traces could not be handed on; some are lost');
  });
  provider.register();
  return {
    // What can't be handed on in time is lost, as it is while the collector is away.
    stop: () => within(stopWithinMs, provider.shutdown()).catch(() => {}),
  };
}
