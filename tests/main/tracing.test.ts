import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNode } from '../support/node-process.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

/** A collector of OpenTelemetry, as far as a sender sees one. */
const got: { path: string; key: string | undefined; body: string }[] = [];
const collector = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  // Names and values stand as they are in protobuf.
  const body = Buffer.concat(parts).toString('latin1');
  got.push({ path: request.url ?? '', key: request.headers['x-key'] as string, body });
  response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
});
let endpoint: string;

beforeAll(async () => {
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
beforeEach(() => void got.splice(0));
afterAll(() => collector.close());

/** Rosa looks a role up, and the server ends in order. */
async function lookUpAndStop(server: ServerProcess): Promise<void> {
  const rosa = server.slack.as('U0ROSA');
  await rosa.command('/ladder', 'senior');
  server.slack.faults.clear();
  expect((await server.stop()).code).toBe(0);
}

describe('a server', () => {
  it('hands traces on to the collector of the standard variables, also the last at its stop', async () => {
    const server = await startServerProcess({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=one',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=trial',
      OTEL_SERVICE_NAME: 'our-ladder',
    });
    try {
      await lookUpAndStop(server);
    } finally {
      await server.remove();
    }
    expect(new Set(got.map(({ path, key }) => `${path} ${key}`))).toEqual(
      new Set(['/v1/traces one']),
    );
    const all = got.map(({ body }) => body).join();
    for (const word of [
      ...['our-ladder', 'deployment.environment', 'trial', 'service.version'],
      ...['request: command', 'Slack: auth.test', 'minute job', 'planning what is due'],
    ]) {
      expect(all).toContain(word);
    }
  });

  it('hands nothing on without them', async () => {
    const server = await startServerProcess({ OTEL_SERVICE_NAME: 'our-ladder' });
    try {
      await lookUpAndStop(server);
    } finally {
      await server.remove();
    }
    expect(got).toEqual([]);
  });

  it('answers all the same where the collector is away, says so, and ends in time', async () => {
    const server = await startServerProcess({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=MARKED',
      OTEL_BSP_SCHEDULE_DELAY: '100',
      OTEL_EXPORTER_OTLP_TIMEOUT: '500',
    });
    try {
      await expect.poll(server.out, { timeout: 30_000 }).toContain('traces could not be handed on');
      await lookUpAndStop(server);
      expect(server.out()).not.toContain('MARKED');
    } finally {
      await server.remove();
    }
  });

  it('does not start on a protocol that it does not speak', async () => {
    const env = {
      ...{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'a secret', PORT: '0' },
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    };
    const { code, error } = await runNode('dist/src/main.js', [], { env });
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining('OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf'),
    });
  });
});
