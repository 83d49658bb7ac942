import { type Attributes, SpanStatusCode, trace } from '@opentelemetry/api';

/**
 * What a span may say: names of ours, kinds, codes and counts. Never a person's name, id or words, so no
 * text that somebody wrote and no message of an error.
 */
export interface SpanFacts {
  /** The id of the workspace's row. */
  workspace?: string;
  /** The kind of a request or message. */
  kind?: string;
  /** What was asked: ids of actions and windows. */
  request?: string;
  over?: string;
  /** A method of Slack's Web API, and the client that called it. */
  method?: string;
  client?: string;
  outcome?: string;
  /** The reference that is on the log lines of the same work. */
  reference?: string;
  ackMs?: number;
}

/**
 * Runs work as a span of OpenTelemetry, below the one in which it is called. Costs next to nothing while no
 * traces are asked for. An error makes the span one that failed, with the error's name.
 */
export function inSpan<T>(name: string, facts: SpanFacts, work: () => Promise<T>): Promise<T> {
  const tracer = trace.getTracer('ladder');
  return tracer.startActiveSpan(name, async (span) => {
    if (span.isRecording()) span.setAttributes(attributesOf(facts));
    try {
      return await work();
    } catch (error) {
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * Adds facts to the span in which this runs; they are worked out only where traces are asked for. `failed`
 * makes it one that failed; `name` is a better name for it, known only now.
 */
export function addSpanFacts(
  facts: () => SpanFacts,
  { failed = false, name }: { failed?: boolean; name?: string } = {},
): void {
  const span = trace.getActiveSpan();
  if (!span?.isRecording()) return;
  span.setAttributes(attributesOf(facts()));
  if (name !== undefined) span.updateName(name);
  if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
}

function attributesOf(facts: SpanFacts): Attributes {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [`ladder.${name}`, value]),
  );
}
