import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Receives the answers to slash commands that come after the ack. */
export interface AnswerServer {
  /**
   * Returns an address for one answer, and the time of its arrival in milliseconds of
   * `performance.now()`.
   */
  expectOne(): { url: string; arrival: Promise<number> };
  close(): Promise<void>;
}

/** Starts the server on a free port of this machine. */
export async function startAnswerServer(): Promise<AnswerServer> {
  const expected = new Map<string, (at: number) => void>();
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      expected.get(request.url ?? '')?.(performance.now());
      expected.delete(request.url ?? '');
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let count = 0;
  return {
    expectOne() {
      count += 1;
      const path = `/answer/${count}`;
      const arrival = new Promise<number>((resolve) => expected.set(path, resolve));
      return { url: `http://127.0.0.1:${port}${path}`, arrival };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
