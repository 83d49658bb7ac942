import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './index.js';

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/metrics` on a port of its own, which Slack and the public needn't reach. Throws an Error in
 * words if the port is taken.
 */
export async function startMetricsServer(port: number, metrics: Metrics): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/metrics' || request.method !== 'GET') {
      return void response.writeHead(404).end();
    }
    metrics.read().then(
      ({ contentType, text }) => response.writeHead(200, { 'content-type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken. Set METRICS_PORT to a free one.`) : error);
    });
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
