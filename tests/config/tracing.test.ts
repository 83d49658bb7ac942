import { describe, expect, it } from 'vitest';
import { readTracing } from '../../src/config/tracing.js';

const endpoint = 'OTEL_EXPORTER_OTLP_ENDPOINT';
const collector = 'http://collector.internal:4318';

describe('an operator gets traces', () => {
  it.each<NodeJS.ProcessEnv>([
    { [endpoint]: collector },
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector}/v1/traces` },
    { OTEL_TRACES_EXPORTER: 'otlp' },
    { [endpoint]: collector, OTEL_TRACES_EXPORTER: 'otlp', OTEL_SDK_DISABLED: 'false' },
    { [endpoint]: collector, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' },
    { [endpoint]: ` ${collector} `, OTEL_TRACES_EXPORTER: ' ' },
  ])('with %j', (environment) => {
    expect(readTracing(environment)).toEqual({ tracing: true, problems: [] });
  });
});

describe('an operator gets none', () => {
  it.each<NodeJS.ProcessEnv>([
    {},
    { [endpoint]: '' },
    { OTEL_SERVICE_NAME: 'ladder', OTEL_TRACES_SAMPLER: 'always_on' },
    { [endpoint]: collector, OTEL_SDK_DISABLED: 'true' },
    { [endpoint]: collector, OTEL_TRACES_EXPORTER: 'none' },
    { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
  ])('with %j', (environment) => {
    expect(readTracing(environment)).toEqual({ tracing: false, problems: [] });
  });
});

describe('an operator reads what to change', () => {
  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ [endpoint]: 'collector:4318' }, /^OTEL_EXPORTER_OTLP_ENDPOINT must be an address like http/],
    [{ [endpoint]: 'nowhere' }, /^OTEL_EXPORTER_OTLP_ENDPOINT must be an address like http/],
    [
      { [endpoint]: collector, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'ftp://a.example' },
      /^OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an address/,
    ],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /^OTEL_TRACES_EXPORTER must be otlp or none\.$/],
    [
      { [endpoint]: collector, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      /^OTEL_EXPORTER_OTLP_PROTOCOL must be http\/protobuf; .*4318/,
    ],
    [
      { [endpoint]: collector, OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json' },
      /^OTEL_EXPORTER_OTLP_TRACES_PROTOCOL must be http\/protobuf/,
    ],
  ])('where it is %j', (environment, sentence) => {
    expect(readTracing(environment)).toEqual({
      tracing: false,
      problems: [expect.stringMatching(sentence)],
    });
  });
});
