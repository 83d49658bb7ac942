import type { ServerResponse } from 'node:http';
import type { ChangeNotice } from '../../contract.js';
import type { Store } from '../state/store.js';

const heartbeatMs = 20_000;

/** Streams change notices until the client disconnects. */
export function streamChanges(store: Store, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    connection: 'keep-alive',
  });
  response.write(': the playground tells of changes here\n\n');
  const listener = (notice: ChangeNotice) => {
    response.write(`event: change\ndata: ${JSON.stringify(notice)}\n\n`);
  };
  store.listeners.add(listener);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  response.on('close', () => {
    clearInterval(heartbeat);
    store.listeners.delete(listener);
  });
}
