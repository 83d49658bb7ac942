import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What stands before several servers and passes Slack's requests on to those that answer. */
export interface Balancer {
  url: string;
  close(): Promise<void>;
}

/** Rounds through all servers before it gives up on a request, with a little pause between them. */
const mostRounds = 50;

/** In turn to each port; where nobody listens, to the next. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer(async (incoming, outgoing) => {
    const body = await bodyOf(incoming);
    for (let attempt = 0; attempt < mostRounds * ports.length; attempt += 1) {
      turn += 1;
      if (turn % ports.length === 0) await pause(5);
      const port = ports[turn % ports.length] as number;
      const ended = await passOn(port, { incoming, body, outgoing });
      if (ended === 'refused') continue;
      if (ended === 'cut off') outgoing.writeHead(502).end();
      return;
    }
    outgoing.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Passed {
  incoming: IncomingMessage;
  body: Buffer;
  outgoing: ServerResponse;
}

/** A refused connection took nothing on; whatever breaks later may have. */
function passOn(
  port: number,
  { incoming, body, outgoing }: Passed,
): Promise<'answered' | 'refused' | 'cut off'> {
  const { method, url: path, headers } = incoming;
  return new Promise((resolve) => {
    const outer = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    outer.once('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.once('error', () => resolve('cut off'));
      answer.once('end', () => resolve('answered'));
    });
    outer.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut off'),
    );
    outer.end(body);
  });
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
