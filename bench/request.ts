import { createHmac } from 'node:crypto';

export const signingSecret = 'a signing secret for measuring';
export const botToken = 'xoxb-measuring';

/** A slash command as Slack posts it: its body and the headers that make it count as Slack's own. */
export interface SignedCommand {
  triggerId: string;
  body: string;
  headers: Record<string, string>;
}

let commands = 0;

/**
 * Signs `/ladder TEXT` of a person. Each has a trigger id of its own, so no two are alike: a request
 * that was seen before is refused.
 */
export function signedCommand(text: string, userId: string): SignedCommand {
  commands += 1;
  const triggerId = `${commands}.trigger`;
  const body = new URLSearchParams({
    token: 'made-up',
    team_id: 'T0MEASURE',
    team_domain: 'measure',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    user_id: userId,
    user_name: userId.toLowerCase(),
    command: '/ladder',
    text,
    api_app_id: 'A0LADDER',
    is_enterprise_install: 'false',
    // Nobody answers here: what is measured answers in its ack.
    response_url: 'http://127.0.0.1:9/response',
    trigger_id: triggerId,
  }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    triggerId,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${digest}`,
    },
  };
}
