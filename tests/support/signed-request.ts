import { createHmac } from 'node:crypto';

export interface SignedRequest {
  method: 'POST';
  headers: Record<string, string>;
  body: string;
}

/** A slash command as Slack sends it; `ageSeconds` shifts its timestamp (negative: the future). */
export function signedCommand(
  signingSecret: string,
  fields: Record<string, string>,
  { ageSeconds = 0 } = {},
): SignedRequest {
  const body = new URLSearchParams({
    command: '/ladder',
    text: 'senior',
    team_id: 'T0PLAYGROUND',
    user_id: 'U0TEO',
    user_name: 'teo',
    channel_id: 'C0GENERAL',
    trigger_id: `${Math.random()}`,
    response_url: 'http://127.0.0.1:9/none',
    ...fields,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  };
}
