import type { Ack } from '../delivery/deliver.js';

/** Slack's text in a modal whose submission got no valid answer. */
export const modalFailure = 'We had some trouble connecting. Try again?';

/** Returns Slack's name for a failed ack, as shown after a command; undefined if it was acked. */
export function failureOf(ack: Ack): string | undefined {
  const { outcome } = ack.request;
  if (outcome === 'acked') return undefined;
  return outcome === 'timeout' ? 'operation_timeout' : 'dispatch_failed';
}
