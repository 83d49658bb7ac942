import { SocketModeReceiver } from '@slack/bolt';
import type { HttpRequests } from '../http/requests.js';
import type { SlackObserver } from '../observer.js';

/**
 * Watches the socket. Returns a function that returns for how many milliseconds it has been closed:
 * undefined while it is open, and over HTTP, where there is none.
 */
export function watchSocket(
  receiver: HttpRequests | SocketModeReceiver,
  observer: SlackObserver | undefined,
): () => number | undefined {
  if (!(receiver instanceof SocketModeReceiver)) return () => undefined;
  let lostAt: number | undefined = performance.now();
  receiver.client.on('connected', () => {
    lostAt = undefined;
    observer?.socket(true);
  });
  for (const event of ['close', 'disconnected']) {
    receiver.client.on(event, () => {
      lostAt ??= performance.now();
      observer?.socket(false);
    });
  }
  return () => (lostAt === undefined ? undefined : performance.now() - lostAt);
}
