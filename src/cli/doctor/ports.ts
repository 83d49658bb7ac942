import { createServer } from 'node:net';
import type { RightVariables } from '../../config.js';
import { portProblem } from '../../system/port-problem.js';
import { type Finding, failures, passed } from './finding.js';

/** Checks whether the ports are free, or used by a running Ladder. */
export async function examinePorts(right: RightVariables): Promise<Finding[]> {
  const ports = [
    { name: 'PORT', port: right.PORT, host: right.HOST, path: '/healthz', shows: /"alive":true/ },
    {
      name: 'METRICS_PORT',
      port: right.METRICS_PORT,
      host: right.METRICS_HOST ?? '127.0.0.1',
      path: '/metrics',
      shows: /^ladder_/m,
    },
  ];
  const findings: Finding[] = [];
  for (const { name, port, host, path, shows } of ports) {
    if (port === undefined || port === 0) continue;
    const code = await listenOnce(port, host);
    if (code === undefined) findings.push(passed('ports', `${name} ${port} is free`));
    else if (code === 'EADDRINUSE' && (await answers(port, host, path, shows))) {
      findings.push(passed('ports', `${name} ${port} is a running Ladder's`));
    } else findings.push(...failures('ports', [refusal(name, port, host, code)]));
  }
  return findings;
}

function refusal(name: string, port: number, host: string | undefined, code: string): string {
  const settings = { port: name, host: name === 'PORT' ? 'HOST' : 'METRICS_HOST' };
  return portProblem(code, { host, port, settings });
}

/** Opens a port for a moment. Returns the system's error code if that fails. */
function listenOnce(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host }, () => server.close(() => resolve(undefined)));
  });
}

async function answers(
  port: number,
  host: string | undefined,
  path: string,
  shows: RegExp,
): Promise<boolean> {
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::';
  const at = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  try {
    const signal = AbortSignal.timeout(3000);
    const response = await fetch(`http://${at}:${port}${path}`, { signal });
    return shows.test(await response.text());
  } catch {
    // A program that doesn't answer like Ladder isn't Ladder.
    return false;
  }
}
