import { context, trace } from '@opentelemetry/api';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';

/** The spans of OpenTelemetry that this process ends from now on. */
export interface RecordedSpans {
  all(): ReadableSpan[];
  /** All that a collector would get of them, as text. */
  text(): string;
  stop(): Promise<void>;
}

export function recordSpans(): RecordedSpans {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  const all = () => exporter.getFinishedSpans();
  return {
    all,
    text: () =>
      JSON.stringify(
        all().map(({ name, attributes, events, links, status }) => {
          return { name, attributes, events, links, status };
        }),
      ),
    async stop() {
      trace.disable();
      context.disable();
      await provider.shutdown();
    },
  };
}
