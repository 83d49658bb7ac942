import {
  createHttpServer,
  type ListenOptions,
  listen,
  type Routes,
} from '../runtime/http-server.js';
import type { Metrics } from './index.js';

export interface MetricsServer {
  port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/metrics`, and further paths for operators, on a port of its own, which Slack and the
 * public need not reach. Throws an Error in words if the port is taken.
 */
export async function startMetricsServer(
  metrics: Metrics,
  { log, routes, ...where }: Pick<ListenOptions, 'host' | 'port' | 'log'> & { routes: Routes },
): Promise<MetricsServer> {
  const server = createHttpServer(
    {
      ...routes,
      'GET /metrics': async (_request, response) => {
        const { contentType, text } = await metrics.read();
        response.writeHead(200, { 'content-type': contentType }).end(text);
      },
    },
    log,
  );
  const settings = { port: 'METRICS_PORT', host: 'METRICS_HOST' };
  const port = await listen(server, { ...where, settings, log });
  return {
    port,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
