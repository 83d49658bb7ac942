import { createHmac } from 'node:crypto';

/** Returns Slack's v0 signature headers for a body. `atMs` is real time in milliseconds. */
export function signatureHeaders(
  signingSecret: string,
  body: string,
  atMs: number,
): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
