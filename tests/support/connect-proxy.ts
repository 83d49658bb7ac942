import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy as companies have them: it takes CONNECT and nothing else. */
export interface ConnectProxy {
  /** http://127.0.0.1:PORT, without user and password. */
  url: string;
  /** Each tunnel that was asked for, such as "slack.test:443". */
  asked: string[];
  /** From now on no tunnel is made; they are refused with this status, or not answered at all. */
  refuse(how: number | 'silently'): void;
  close(): Promise<void>;
}

export interface ConnectProxyOptions {
  /** The ports on this machine behind names that nobody else knows. */
  ports: Record<string, number>;
  /** `user:password`, if it asks for them. */
  secret?: string;
}

export async function startConnectProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let refusal: number | 'silently' | undefined;
  const server = createServer((_, response) => void response.writeHead(405).end());
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, near: Socket, head: Buffer) => {
    const { url = '' } = request;
    asked.push(url);
    near.on('error', () => near.destroy());
    if (refusal === 'silently') return;
    const port = options.ports[url.replace(/:\d+$/, '')];
    const authorization = request.headers['proxy-authorization'];
    const status =
      refusal ?? (isKnown(authorization, options.secret) ? (port ? undefined : 502) : 407);
    if (status !== undefined || port === undefined) {
      near.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const far = connect(port, '127.0.0.1', () => {
      near.write('HTTP/1.1 200 Connection established\r\n\r\n');
      far.write(head);
      near.pipe(far).pipe(near);
    });
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    refuse(how) {
      refusal = how;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isKnown(authorization: string | undefined, secret: string | undefined): boolean {
  if (secret === undefined) return true;
  return authorization === `Basic ${Buffer.from(secret).toString('base64')}`;
}
