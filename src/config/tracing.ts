/** The only protocol of OTLP that Ladder speaks. */
const spoken = 'http/protobuf';

/**
 * Returns whether OpenTelemetry's standard variables ask for traces: by an address to hand them on to, or by
 * OTEL_TRACES_EXPORTER=otlp. Off by default. What else they say (headers, sampling, names) the library reads
 * itself: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 */
export function readTracing(environment: NodeJS.ProcessEnv): {
  tracing: boolean;
  problems: string[];
} {
  const setTo = (name: string) => environment[name]?.trim() || undefined;
  const [address, value] = firstSet(setTo, [
    'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ]);
  const exporter = setTo('OTEL_TRACES_EXPORTER');
  const isOff = setTo('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || exporter === 'none';
  if (isOff || (exporter === undefined && value === undefined)) {
    return { tracing: false, problems: [] };
  }
  const problems: string[] = [];
  if (exporter !== undefined && exporter !== 'otlp') {
    problems.push('OTEL_TRACES_EXPORTER must be otlp or none.');
  }
  if (value !== undefined && !isAddress(value)) {
    problems.push(`${address} must be an address like http://collector.internal:4318.`);
  }
  const [protocol, chosen] = firstSet(setTo, [
    'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL',
    'OTEL_EXPORTER_OTLP_PROTOCOL',
  ]);
  if (chosen !== undefined && chosen !== spoken) {
    problems.push(`${protocol} must be ${spoken}; collectors take it on port 4318.`);
  }
  return { tracing: problems.length === 0, problems };
}

function firstSet(
  setTo: (name: string) => string | undefined,
  names: [string, string],
): [name: string, value: string | undefined] {
  const name = names.find((one) => setTo(one) !== undefined) ?? names[0];
  return [name, setTo(name)];
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
